import { closeSync, openSync, readSync } from 'node:fs';

/** https://www.sqlite.org/fileformat2.html#walformat */
const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const MAGIC = 0x377f0682;
/** SQLite's default; the server does not change it. */
const PAGE_BYTES = 4096;

type Sums = readonly [number, number];

interface Header {
  /** Words of checksums are little-endian. */
  readonly little: boolean;
  readonly pageBytes: number;
  readonly salts: Sums;
  readonly sums: Sums;
}

/**
 * How many commits at the end of a write-ahead log SQLite would drop without a word although they had been saved. It
 * reads up to the first frame whose checksum is wrong, which is right after a loss of power: what was being written
 * then is torn. But a commit begins only when the one before it is on the disk. So two or more that still follow each
 * other unbroken from the bad frame on were saved, and the bad frame is damage. (The newest commit alone cannot be
 * told from a torn one; frames of commits that failed break the chain, those of earlier rounds have other salts.)
 * `file` may be missing or empty, but no person may be writing it. Throws when it cannot be read.
 */
export function lostCommits(file: string): number {
  const handle = openOrNull(file);
  if (handle === null) return 0;
  try {
    const bytes = readAt(handle, HEADER_BYTES, 0);
    if (bytes === null) return 0;
    const header = readHeader(bytes);
    if (isIntact(bytes, header)) {
      const commits = commitsFromBadFrame(handle, header, false);
      return commits > 1 ? commits : 0;
    }
    return Math.max(...repaired(handle, header).map((one) => commitsFromBadFrame(handle, one, true)), 0);
  } finally {
    closeSync(handle);
  }
}

/** Commits in the unbroken run that the first bad frame begins; with `isFirstBad` that is the first frame of all. */
function commitsFromBadFrame(handle: number, header: Header, isFirstBad: boolean): number {
  const bytes = FRAME_HEADER_BYTES + header.pageBytes;
  let [sums, commits, isBad] = [header.sums, 0, isFirstBad];
  for (let at = HEADER_BYTES; ; at += bytes) {
    const frame = readAt(handle, bytes, at);
    if (frame === null) return commits;
    const hasSalts = isSame([frame.readUInt32BE(8), frame.readUInt32BE(12)], header.salts);
    const stored: Sums = [frame.readUInt32BE(16), frame.readUInt32BE(20)];
    const page = frame.subarray(FRAME_HEADER_BYTES);
    const follows =
      hasSalts && isSame(stored, addUp(page, addUp(frame.subarray(0, 8), sums, header), header));
    if (!follows && isBad && at > HEADER_BYTES) return commits;
    isBad ||= !follows;
    if (isBad && hasSalts && frame.readUInt32BE(4) !== 0) commits += 1;
    sums = stored;
  }
}

/**
 * What a damaged header may have said. Empty where it was torn while a new round began: then the first frame is of the
 * round before, which shares neither salt.
 */
function repaired(handle: number, { salts, sums }: Header): Header[] {
  const frame = readAt(handle, FRAME_HEADER_BYTES, HEADER_BYTES);
  if (frame === null) return [];
  const found: Sums = [frame.readUInt32BE(8), frame.readUInt32BE(12)];
  if (found[0] !== salts[0] && found[1] !== salts[1]) return [];
  return [true, false].map((little) => ({ little, pageBytes: PAGE_BYTES, salts: found, sums }));
}

function readHeader(bytes: Buffer): Header {
  return {
    little: (bytes.readUInt32BE(0) & 1) === 0,
    pageBytes: bytes.readUInt32BE(8),
    salts: [bytes.readUInt32BE(16), bytes.readUInt32BE(20)],
    sums: [bytes.readUInt32BE(24), bytes.readUInt32BE(28)],
  };
}

function isIntact(bytes: Buffer, header: Header): boolean {
  const isOne = [MAGIC, MAGIC + 1].includes(bytes.readUInt32BE(0));
  return isOne && isSame(header.sums, addUp(bytes.subarray(0, 24), [0, 0], header));
}

function addUp(bytes: Buffer, sums: Sums, { little }: Pick<Header, 'little'>): Sums {
  let [first, second] = sums;
  for (let at = 0; at < bytes.length; at += 8) {
    first = (first + (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)) + second) >>> 0;
    second = (second + (little ? bytes.readUInt32LE(at + 4) : bytes.readUInt32BE(at + 4)) + first) >>> 0;
  }
  return [first, second];
}

const isSame = (a: Sums, b: Sums) => a[0] === b[0] && a[1] === b[1];

function openOrNull(file: string): number | null {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Null where the file ends before. */
function readAt(handle: number, bytes: number, position: number): Buffer | null {
  const into = Buffer.allocUnsafe(bytes);
  let done = 0;
  while (done < bytes) {
    const got = readSync(handle, into, done, bytes - done, position + done);
    if (got === 0) return null;
    done += got;
  }
  return into;
}
