import { nameKey, NAME_MAX } from '@coherence/board';
import type { ParticipantRecord } from '../storage/storage.ts';

type Named = Pick<ParticipantRecord, 'id' | 'name' | 'role' | 'removed'>;

/**
 * The name under which `person` is shown: names are free, but who does not lead is not shown by the name of a person who
 * does. Of two named Dana the one who does not lead is "Dana (2)".
 */
export function ownName(
  people: readonly Named[],
  person: { readonly id: string | null; readonly name: string },
): string {
  const isLeader = ({ id, name, role, removed }: Named) =>
    !removed && role === 'facilitator' && id !== person.id && nameKey(name) === nameKey(person.name);
  if (nameKey(person.name) === '' || !people.some(isLeader)) return person.name;
  const mark = ' (2)';
  return `${person.name.slice(0, NAME_MAX - mark.length)}${mark}`;
}
