import { unitsInOrder, wholeOf, type BoardSnapshot, type Unit } from '@coherence/board';

export type UnitFacts = Unit & {
  /** The unit with every word, for who edits it. */
  readonly whole: Unit;
  /** Factors that it named. */
  readonly factors: number;
  /** Nothing on the board names it: no factor, link, asset or vote. */
  readonly isUnnamed: boolean;
};

/** The units in their order, with what hangs on each. */
export function unitFacts(snapshot: BoardSnapshot): readonly UnitFacts[] {
  const { factors, influences, assets, voteRounds } = snapshot;
  const named = new Map<string, number>();
  for (const { sources } of factors) {
    const units = new Set(Object.values(sources).flatMap(({ unit }) => (unit === null ? [] : [unit])));
    for (const unit of units) named.set(unit, (named.get(unit) ?? 0) + 1);
  }
  const others = new Set([
    ...influences.flatMap(({ source }) => (source?.kind === 'unit' ? [source.id] : [])),
    ...assets.map(({ unit }) => unit),
    ...voteRounds.flatMap(({ votersByUnit, byUnit, recorded }) => [
      ...Object.keys(votersByUnit),
      ...Object.values(byUnit).flatMap((counts) => Object.keys(counts)),
      ...recorded.map(({ unit }) => unit),
    ]),
  ]);
  return unitsInOrder(snapshot).map((unit) => {
    const count = named.get(unit.id) ?? 0;
    return { ...unit, whole: wholeOf(unit), factors: count, isUnnamed: count === 0 && !others.has(unit.id) };
  });
}
