import { mapOf, type BoardSnapshot } from '@coherence/board';
import { cardMetrics } from '@coherence/picture';
import { cardBoxes } from '../../factors/map-places.ts';
import type { CardBox } from './map-parts.ts';

/** Nothing on the wall is set smaller, in px. */
const WALL_TEXT = 18;

/** The words of cards can be read from here on; larger than the second, few cards would fill a wall. */
export const WALL_ZOOM = { smallest: WALL_TEXT / cardMetrics.textSize, largest: 1.7 } as const;

/** Every card of the map. */
export function wallBoxes(snapshot: BoardSnapshot): readonly CardBox[] {
  return cardBoxes(mapOf(snapshot));
}
