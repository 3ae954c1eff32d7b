import {
  decodeBytes,
  FILE_LENGTH_MAX,
  readForeign,
  refuseLength,
  type ImportFailure,
  type Imported,
} from '@coherence/import';

export type ImportOutcome =
  | { readonly kind: 'read'; readonly name: string; readonly imported: Imported }
  | { readonly kind: 'refused'; readonly name: string; readonly failure: ImportFailure };

/** Reads a chosen file. Never throws: a file that cannot be read says where and why. */
export async function readFile(file: File): Promise<ImportOutcome> {
  const { name } = file;
  // A file this long cannot be short enough in characters either.
  const isTooLong = file.size > 4 * FILE_LENGTH_MAX;
  const read = isTooLong ? refuseLength() : readForeign(new Uint8Array(await file.arrayBuffer()), { name });
  return read.ok
    ? { kind: 'read', name, imported: read.value }
    : { kind: 'refused', name, failure: read.error };
}

/** The text of a chosen file, or the line in which a letter is in doubt. */
export async function textOfFile(
  file: File,
): Promise<{ readonly ok: true; readonly text: string } | { readonly ok: false; readonly line: number }> {
  const read = decodeBytes(new Uint8Array(await file.arrayBuffer()));
  if (read.ok) return { ok: true, text: read.value };
  const [problem] = read.error.problems;
  return { ok: false, line: problem?.code === 'letter-unknown' ? problem.values.line : 1 };
}
