import type { Session } from '@coherence/board';
import type { Person } from '../../live/people/person.ts';
import { usePresenceFact } from '../../live/people/presence.ts';
import { onePerPerson } from '../../live/people/people-by-unit.ts';

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
 * `leading`: units of facilitators, who need not finish. The board counts them as attending, but not those without a
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

/** All counts of a record together. */
export function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** How many people a phase waits for. A facilitator finishes nothing: with them "9 of 12" would never be all. */
export function countFinishing({ attending, leading }: Pick<Session, 'attending' | 'leading'>): number {
  return Math.max(0, sumOf(attending) - leading);
}

const leadingUnits = (people: readonly Person[]): readonly (string | null)[] =>
  onePerPerson(people).flatMap(({ role, unit }) => (role === 'facilitator' ? [unit] : []));

/** The units of the facilitators who are here, one entry a person. */
export function useLeading(): readonly (string | null)[] {
  return usePresenceFact(leadingUnits);
}
