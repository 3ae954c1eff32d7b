import type { Column, Grid, GridCard, Row } from '@coherence/board';
import { placeOf } from '../../../factors/place.ts';

/** A card for tests; its text is its id unless said otherwise. */
export function card(id: string, facts: Partial<GridCard> = {}): GridCard {
  return { id, text: id, no: null, units: [], names: [], votes: null, onMap: false, group: null, ...facts };
}

/** A grid for tests from place keys and ids: `{ 'interfering.roles': ['a', 'b'], unplaced: ['c'] }`. */
export function gridWith(ids: Readonly<Record<string, readonly (string | GridCard)[]>>): Grid {
  const row = (): Record<Column, GridCard[]> => ({
    purposes: [],
    strategies: [],
    roles: [],
    interactions: [],
  });
  const cells: Record<Row, Record<Column, GridCard[]>> = { interfering: row(), integrative: row() };
  const unplaced: (GridCard & { row: null })[] = [];
  let count = 0;
  for (const [key, entries] of Object.entries(ids)) {
    const place = placeOf(key);
    for (const entry of entries) {
      const made = typeof entry === 'string' ? card(entry) : entry;
      if (place === undefined) throw new Error(`no such place: ${key}`);
      if (place === null) unplaced.push({ ...made, row: null });
      else cells[place.row][place.column].push(made);
      count += 1;
    }
  }
  return { cells, unplaced, count };
}
