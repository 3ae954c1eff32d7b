import type { Grid } from '@coherence/board';
import { t } from '@coherence/words';
import { useEffect, useRef } from 'react';
import { cardsInOrder, CELLS, cardsAt, type Place, placeName } from '../../../factors/place.ts';

/** What others add is read out together, at most this often. */
const BATCH_MS = 5000;

/** Says politely what others have added, in batches, without moving a card or the focus. */
export function useArrivals(grid: Grid, own: ReadonlySet<string>, say: (words: string) => void): void {
  const known = useRef<ReadonlySet<string> | null>(null);
  const latest = useRef(grid);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  useEffect(() => {
    latest.current = grid;
    known.current ??= idsOf(grid);
    if (timer.current !== null || arrivalsIn(known.current, grid, own).length === 0) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      const arrivals = arrivalsIn(known.current ?? new Set(), latest.current, own);
      known.current = idsOf(latest.current);
      say(arrivals.map(({ place, count }) => arrivalWords(placeName(place), count)).join('. '));
    }, BATCH_MS);
  }, [grid, own, say]);

  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
}

function arrivalWords(place: string, n: number): string {
  return t('grid.saidArrived', { n, place });
}

function idsOf(grid: Grid): ReadonlySet<string> {
  return new Set(cardsInOrder(grid).map(({ id }) => id));
}

type Arrival = { readonly place: Place; readonly count: number };

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
