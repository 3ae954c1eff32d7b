import type { BoardMap, Influence, MapLink } from '@coherence/board';
import type { MapSelection } from '../map-handle.ts';
import type { CanvasEdits } from './edits-to-operations.ts';

export type Removal = {
  readonly edits: CanvasEdits;
  /** Chosen links that others named and this person did not: they stay. */
  readonly othersLinks: number;
};

/**
 * What Delete means for what is chosen: cards go off the map, drawings go, links lose this person's own word. A link
 * that was chosen along with one of its cards goes off the map with it and keeps every word.
 */
export function removalOf(selection: MapSelection, map: BoardMap, unit: string | null): Removal {
  const chosen = map.links.filter(
    ({ id, from, to }) =>
      selection.links.includes(id) && !selection.nodes.includes(from) && !selection.nodes.includes(to),
  );
  const unlink = chosen.filter((link) => ownRecords(link, unit).length > 0).map(({ id }) => id);
  return {
    edits: { place: [], takeOff: selection.nodes, removeDrawings: selection.drawings, unlink },
    othersLinks: chosen.length - unlink.length,
  };
}

/** The records of a link that speak for this unit (without a unit: those that nobody signed). */
export function ownRecords(link: MapLink | undefined, unit: string | null): readonly string[] {
  return link?.records.filter((record) => isOwn(record, unit)).map(({ id }) => id) ?? [];
}

function isOwn({ source }: Influence, unit: string | null): boolean {
  return unit === null ? source === null : source?.kind === 'unit' && source.id === unit;
}
