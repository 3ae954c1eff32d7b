import type { Grid } from '@coherence/board';
import { CELLS, cardsAt, type Place } from '../../../factors/place.ts';

export type Arrival = { readonly place: Place; readonly count: number };

/** How many factors each place has that were not anywhere before and are not one's own; places in reading order. */
export function arrivalsIn(
  known: ReadonlySet<string>,
  grid: Grid,
  own: ReadonlySet<string>,
): readonly Arrival[] {
  return [...CELLS, null]
    .map((place) => ({
      place,
      count: cardsAt(grid, place).filter(({ id }) => !known.has(id) && !own.has(id)).length,
    }))
    .filter(({ count }) => count > 0);
}
