import type { Session } from '@coherence/board';
import type { ParticipantRecord } from '../storage/storage.ts';

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

/** Those attending for whom others write and vote. `withDevice`: who has a device, by id. */
export function countWithoutDevice(
  people: readonly ParticipantRecord[],
  withDevice: ReadonlySet<string>,
): number {
  return people.filter((person) => takesPart(person) && !withDevice.has(person.id)).length;
}
