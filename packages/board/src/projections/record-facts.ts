import { byRank } from '../order.ts';
import type { Factor } from '../schema/factor.ts';
import { nameKey } from '../schema/letters.ts';
import type { Unit } from '../schema/unit.ts';
import type { BoardSnapshot } from '../snapshot.ts';
import { ofList } from './of-list.ts';

/** Whether two names are one to people. */
export function saysSame(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

/** Units in the order the board gives them. */
export const unitsInOrder = ofList('units', ({ units }): readonly Unit[] => [...units].sort(byRank));

/** Ids of the units that named a factor, in board order; a unit that was removed is left out. */
export function unitsOf(snapshot: BoardSnapshot, factor: Factor): readonly string[] {
  const named = new Set(Object.values(factor.sources).map((source) => source.unit));
  return unitsInOrder(snapshot)
    .filter((unit) => named.has(unit.id))
    .map((unit) => unit.id);
}

/** The people who named a factor, where names were promised, each once; a merged one keeps those of all its parts. */
export function namesOf({ sources }: Pick<Factor, 'sources'>): readonly string[] {
  return [...new Set(Object.values(sources).flatMap(({ name }) => name ?? []))];
}
