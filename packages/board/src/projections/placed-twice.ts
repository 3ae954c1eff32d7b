import type { Factor } from '../schema/factor.ts';
import type { BoardSnapshot } from '../snapshot.ts';
import type { Column, Row } from '../schema/coherence-grid.ts';

export type PlacedTwice = {
  readonly id: string;
  readonly text: string;
  readonly no: number | null;
  /** Each cell a person put it into, with the participants who did. */
  readonly places: readonly { readonly row: Row; readonly column: Column; readonly by: readonly string[] }[];
};

/** Factors that people put into different cells in one phase. */
export function placedTwice(snapshot: BoardSnapshot, phase: string): readonly PlacedTwice[] {
  return snapshot.factors.flatMap((factor) => {
    const places = placesIn(factor, phase);
    return places.length < 2 ? [] : [{ id: factor.id, text: factor.text, no: factor.no, places }];
  });
}

function placesIn(factor: Factor, phase: string): PlacedTwice['places'] {
  const places = new Map<string, { row: Row; column: Column; by: string[] }>();
  for (const [by, [when, row, column]] of Object.entries(factor.placings).toSorted(byKey)) {
    if (when !== phase) continue;
    const place = places.get(`${row} ${column}`) ?? { row, column, by: [] };
    place.by.push(by);
    places.set(`${row} ${column}`, place);
  }
  return [...places.values()];
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
