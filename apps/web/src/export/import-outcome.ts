import type { BoardFile } from '@coherence/board';
import { FILE_LENGTH_MAX, readForeign, type ImportFailure, type Imported } from '@coherence/import';

/** The lists of a board file that a person would count, in the order they are told. */
export const COUNTED = [
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
] as const satisfies readonly (keyof BoardFile)[];

export type Counted = (typeof COUNTED)[number];

export type ImportOutcome =
  | { readonly kind: 'read'; readonly name: string; readonly imported: Imported }
  | { readonly kind: 'refused'; readonly name: string; readonly failure: ImportFailure };

/** Reads a chosen file. Never throws: a file that cannot be read says where and why. */
export async function readFile(file: File): Promise<ImportOutcome> {
  const { name } = file;
  // A file this long cannot be short enough in characters either.
  const text = file.size > 4 * FILE_LENGTH_MAX ? '\0'.repeat(FILE_LENGTH_MAX + 1) : await file.text();
  const read = readForeign(text, { name });
  return read.ok
    ? { kind: 'read', name, imported: read.value }
    : { kind: 'refused', name, failure: read.error };
}

/** How many of each list a file would add; lists that add nothing are left out. */
export function countsOf(file: BoardFile): readonly { readonly list: Counted; readonly n: number }[] {
  return COUNTED.map((list) => ({ list, n: file[list].length })).filter(({ n }) => n > 0);
}
