import type { BoardSnapshot } from '@coherence/board';
import { writing } from '@coherence/words';

type GroupInGrid = { readonly id: string; readonly name: string; readonly members: number };

/** The groups of the board by name, with how many factors each holds. */
export function groupsOf({ groups, factors }: BoardSnapshot): readonly GroupInGrid[] {
  return groups
    .map(({ id, text }) => ({
      id,
      name: text,
      members: factors.filter(({ group }) => group === id).length,
    }))
    .toSorted((a, b) => writing().compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}
