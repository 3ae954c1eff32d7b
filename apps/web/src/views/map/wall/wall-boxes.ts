import { mapOf, type BoardSnapshot } from '@coherence/board';
import { cardMetrics, cardSize } from '@coherence/picture';
import type { CardBox } from './map-parts.ts';

/** Nothing on the wall is set smaller, in px. */
const WALL_TEXT = 18;

/** The words of cards can be read from here on; larger than the second, few cards would fill a wall. */
export const WALL_ZOOM = { smallest: WALL_TEXT / cardMetrics.textSize, largest: 1.7 } as const;

/** Every card of the map as the canvas draws it, in map px. */
export function wallBoxes(snapshot: BoardSnapshot): readonly CardBox[] {
  return mapOf(snapshot).nodes.map(({ id, label, kind, votes, pos: [x, y, width] }) => {
    const { w, h } = cardSize({ text: label, kind, votes: votes ?? 0 }, width);
    return { id, x, y, w, h };
  });
}
