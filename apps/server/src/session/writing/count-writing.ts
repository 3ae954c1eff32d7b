import type { Session } from '@coherence/board';

/** What one person has given so far, as far as anybody may know. */
interface Contribution {
  readonly unit: string;
  /** Drafts with words. */
  readonly drafts: number;
  readonly done: boolean;
}

/** Counts by unit id ("" for none): notes waiting, people who wrote, people who are done. */
export function countWriting(contributions: readonly Contribution[]): Session['writing'] {
  const writing = { drafts: {}, people: {}, done: {} } satisfies Session['writing'];
  const add = (counts: Record<string, number>, unit: string, by: number) => {
    if (by > 0) counts[unit] = (counts[unit] ?? 0) + by;
  };
  for (const { unit, drafts, done } of contributions) {
    add(writing.drafts, unit, drafts);
    add(writing.people, unit, drafts > 0 ? 1 : 0);
    add(writing.done, unit, done ? 1 : 0);
  }
  return writing;
}

export const NOTHING_WRITTEN: Session['writing'] = { drafts: {}, people: {}, done: {} };
