import type { Session } from '@coherence/board';

type UnitAttending = {
  /** Id of a unit of the board; null: people without one. */
  readonly unit: string | null;
  readonly count: number;
  /** How many of those who write are done, and how many write; null while nobody of the unit writes alone. */
  readonly done: { readonly done: number; readonly count: number } | null;
};

type Attending = {
  readonly people: number;
  readonly units: number;
  readonly lines: readonly UnitAttending[];
};

/**
 * Who takes part, by unit in the order of the board; units without people are left out, people without a unit, or with
 * one that the board no longer has, come last. Who is done is told by unit only, and only while people write alone.
 * `leading`: units of those who lead here and need not finish. The board counts them as attending, but not those without a
 * unit (null).
 */
export function attendingByUnit(
  { attending, writing }: Pick<Session, 'attending' | 'writing'>,
  unitIds: readonly string[],
  isWriting: boolean,
  leading: readonly (string | null)[] = [],
): Attending {
  const known = new Set(unitIds);
  const inNone = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).reduce((sum, [unit, count]) => sum + (known.has(unit) ? 0 : count), 0);
  const lineOf = (unit: string | null): UnitAttending => {
    const [count, done] = [attending, writing.done].map((counts) =>
      unit === null ? inNone(counts) : (counts[unit] ?? 0),
    );
    const leads = leading.filter((one) => one !== null && (known.has(one) ? one : null) === unit).length;
    const writers = Math.max((count ?? 0) - leads, done ?? 0);
    const all = Math.min(writers, count ?? 0);
    return {
      unit,
      count: count ?? 0,
      done: isWriting && all > 0 ? { done: Math.min(done ?? 0, all), count: all } : null,
    };
  };
  const lines = [...unitIds, null].map(lineOf).filter(({ count }) => count > 0);
  return {
    lines,
    people: lines.reduce((sum, { count }) => sum + count, 0),
    units: lines.filter(({ unit }) => unit !== null).length,
  };
}
