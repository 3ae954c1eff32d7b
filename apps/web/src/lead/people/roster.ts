import { writing } from '@coherence/words';
import type { BoardPerson } from '../../live/server/api.ts';

export type RosterPerson = BoardPerson & {
  /** The person who looks. */
  readonly own: boolean;
};
type RosterGroup = {
  /** Id of a unit; null: without one. `observers`: people who look on, of any unit. */
  readonly unit: string | null | 'observers';
  readonly people: readonly RosterPerson[];
  /** How many of them have the board open. */
  readonly here: number;
};

/**
 * All people who have joined or were added, by unit in the order of the board and then by name; who has no unit, or one the
 * board no longer has, comes after, observers last. A projector is no person. `present`: participants with the board open.
 */
export function rosterOf(
  everybody: readonly BoardPerson[],
  present: ReadonlySet<string>,
  unitIds: readonly string[],
  own: string,
): readonly RosterGroup[] {
  const known = new Set(unitIds);
  const groupOf = ({ role, unit }: BoardPerson) =>
    role === 'observer' ? 'observers' : known.has(unit) ? unit : null;
  const people = everybody
    .filter(({ role }) => role !== 'display')
    .map((person) => ({ ...person, own: person.id === own, here: present.has(person.id) }))
    .sort(byName);
  return [...unitIds, null, 'observers']
    .map((unit) => {
      const members = people.filter((person) => groupOf(person) === unit);
      return { unit, people: members, here: members.filter(({ here }) => here).length };
    })
    .filter((group) => group.people.length > 0);
}

/** Those without a name come last. */
function byName(a: BoardPerson, b: BoardPerson): number {
  return (
    Number(a.name === '') - Number(b.name === '') ||
    writing().compare(a.name, b.name) ||
    (a.id < b.id ? -1 : 1)
  );
}
