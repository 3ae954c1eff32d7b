import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { boardFromFile, readBoardFile, readSnapshot, renewBoard, toBoardFile } from '@coherence/board';
import type { BoardFile } from '@coherence/board';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
/** More than any board has; a bound on what unpacking can cost. */
const MAX_BYTES = 200_000_000;

/** A board file as it is stored: JSON, packed. */
export function packFile(file: BoardFile): Promise<Uint8Array> {
  return pack(JSON.stringify(file));
}

/** Of a version so small that it is read and changed where it is asked for, in some ms. */
export const SMALL_BYTES = 32 * 1024;

/** Null where the bytes are no board file. */
export async function unpackFile(bytes: Uint8Array): Promise<BoardFile | null> {
  try {
    const text = (await unpack(bytes, { maxOutputLength: MAX_BYTES })).toString('utf8');
    const read = readBoardFile(JSON.parse(text));
    return read.ok ? read.value : null;
  } catch {
    return null;
  }
}

/** The file without the words of these factors, as a redaction leaves a board: see `renewBoard`. */
function redactFile(file: BoardFile, factors: ReadonlySet<string>): BoardFile {
  const doc = boardFromFile(file);
  const redacted = renewBoard(doc, factors);
  try {
    return toBoardFile(readSnapshot(redacted));
  } finally {
    doc.destroy();
    redacted.destroy();
  }
}

/** A packed file without the words of these factors; null where the bytes are no board file. */
export async function redactPacked(
  packed: Uint8Array,
  factors: ReadonlySet<string>,
): Promise<Uint8Array | null> {
  const file = await unpackFile(packed);
  return file === null ? null : packFile(redactFile(file, factors));
}

/** A packed file as text, with what newer versions of the program add to it; null where the bytes are no board file. */
export async function unpackText(packed: Uint8Array): Promise<string | null> {
  const file = await unpackFile(packed);
  return file === null ? null : JSON.stringify(file);
}

/** These factors and all that is part of them: whose words those are, wherever they stood alone before. */
export function withParts(
  merged: readonly Pick<BoardFile['merged'][number], 'id' | 'into'>[],
  factors: readonly string[],
): ReadonlySet<string> {
  const all = new Set(factors);
  for (let before = -1; before !== all.size;) {
    before = all.size;
    for (const { id, into } of merged) if (into !== null && all.has(into)) all.add(id);
  }
  return all;
}
