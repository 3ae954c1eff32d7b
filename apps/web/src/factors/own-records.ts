import { speaksFor, type Actor, type MapLink } from '@coherence/board';

/**
 * The records of a link that speak for this person: for the room they work in, else for their unit (without a unit:
 * those that nobody signed).
 */
export function ownRecords(link: MapLink | undefined, { unit, room = null }: Actor): readonly string[] {
  const who = { source: unit === null ? null : ({ kind: 'unit', id: unit } as const), room };
  return link?.records.filter((record) => speaksFor(record, who)).map(({ id }) => id) ?? [];
}
