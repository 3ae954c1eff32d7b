import type { Actor, BoardMap } from '@coherence/board';
import { ownRecords } from '../../../factors/own-records.ts';
import type { MapSelection } from '../../map-handle.ts';
import type { CanvasEdits } from './to-operations.ts';

export type Removal = {
  readonly edits: CanvasEdits;
  /** Chosen links that others named and this person did not: they stay. */
  readonly othersLinks: number;
};

/**
 * What Delete means for what is chosen: cards go off the map, drawings go, links lose this person's own word. A link
 * that was chosen along with one of its cards goes off the map with it and keeps every word.
 */
export function removalOf(selection: MapSelection, map: BoardMap, actor: Actor): Removal {
  const chosen = map.links.filter(
    ({ id, from, to }) =>
      selection.links.includes(id) && !selection.nodes.includes(from) && !selection.nodes.includes(to),
  );
  const unlink = chosen.filter((link) => ownRecords(link, actor).length > 0).map(({ id }) => id);
  return {
    edits: { place: [], takeOff: selection.nodes, removeDrawings: selection.drawings, unlink },
    othersLinks: chosen.length - unlink.length,
  };
}
