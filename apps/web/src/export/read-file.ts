import { FILE_LENGTH_MAX, readForeign, type ImportFailure, type Imported } from '@coherence/import';

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
