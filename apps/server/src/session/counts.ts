import type { Session } from '@coherence/board';
import type { ParticipantRecord } from '../storage/storage.ts';

/** What one person has given so far, as far as anybody may know. */
interface Contribution {
  readonly unit: string;
  /** Drafts with words. */
  readonly drafts: number;
  readonly done: boolean;
}

/**
 * Who takes part: participants, also those without a device, and facilitators of a unit. A facilitator without one leads
 * from outside, or is the key with which a board was prepared.
 */
function takesPart({ role, unit, removed }: ParticipantRecord): boolean {
  return !removed && (role === 'participant' || (role === 'facilitator' && unit !== ''));
}

/** People who take part by unit id ("" for none). */
export function countAttending(people: readonly ParticipantRecord[]): Session['attending'] {
  const counts = new Map<string, number>();
  for (const { unit } of people.filter(takesPart)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Facilitators among those attending. */
export function countLeading(people: readonly ParticipantRecord[]): number {
  return people.filter((person) => person.role === 'facilitator' && takesPart(person)).length;
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
