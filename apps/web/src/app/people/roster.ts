import type { BoardPerson } from '../../live/api.ts';

/** Who has joined but is not here now, by name; a projector is nobody. `here`: participant ids. */
export function awayPeople(
  everybody: readonly BoardPerson[],
  here: ReadonlySet<string>,
): readonly BoardPerson[] {
  return everybody
    .filter((person) => person.role !== 'display' && !here.has(person.id))
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}
