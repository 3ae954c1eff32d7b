import type { Person } from '../../live/people/person.ts';
import { usePresenceFact } from '../../live/people/presence.ts';
import { onePerPerson } from '../../live/people/people-by-unit.ts';

const leadingUnits = (people: readonly Person[]): readonly (string | null)[] =>
  onePerPerson(people).flatMap(({ role, unit }) => (role === 'facilitator' ? [unit] : []));

/** The units of those who lead and are here, one entry a person. */
export function useLeading(): readonly (string | null)[] {
  return usePresenceFact(leadingUnits);
}
