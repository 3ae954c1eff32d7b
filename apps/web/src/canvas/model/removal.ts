import type { BoardMap, Influence, MapLink } from '@coherence/board';
import type { MapSelection } from '../map-handle.ts';
import type { CanvasEdits } from './edits-to-operations.ts';

export type Removal = {
  readonly edits: CanvasEdits;
  /** Chosen links that others named and this person did not: they stay. */
  readonly othersLinks: number;
};

/** What Delete means for what is chosen: cards go off the map, drawings go, links lose this person's own word. */
export function removalOf(selection: MapSelection, map: BoardMap, unit: string | null): Removal {
  const own = map.links.filter(
    ({ id, records }) => selection.links.includes(id) && records.some((record) => isOwn(record, unit)),
  );
  const unlink = own.map(({ id }) => id);
  return {
    edits: { place: [], takeOff: selection.nodes, removeDrawings: selection.drawings, unlink },
    othersLinks: selection.links.length - unlink.length,
  };
}

/** The records of a link that speak for this unit (without a unit: those that nobody signed). */
export function ownRecords(link: MapLink | undefined, unit: string | null): readonly string[] {
  return link?.records.filter((record) => isOwn(record, unit)).map(({ id }) => id) ?? [];
}

function isOwn({ source }: Influence, unit: string | null): boolean {
  return unit === null ? source === null : source?.kind === 'unit' && source.id === unit;
}
