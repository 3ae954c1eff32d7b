import type { BoardFile } from '@coherence/board';

/** The lists of a board file that a person would count, in the order they are told. */
const COUNTED = [
  'factors',
  'influences',
  'groups',
  'units',
  'needs',
  'assets',
  'strategies',
  'actions',
  'notes',
  'loops',
  'voteRounds',
  'tensions',
  'drawings',
] as const satisfies readonly (keyof BoardFile)[];

export type Counted = (typeof COUNTED)[number];

export function isList(name: string): name is Counted {
  return COUNTED.some((list) => list === name);
}

/** How many of each list a file would add; lists that add nothing are left out. */
export function countsOf(file: BoardFile): readonly { readonly list: Counted; readonly n: number }[] {
  return COUNTED.map((list) => ({ list, n: file[list].length })).filter(({ n }) => n > 0);
}
