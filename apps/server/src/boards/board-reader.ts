import type { BoardSnapshot } from '@coherence/board';
import { ApiError } from '../errors.ts';
import { DocumentGone } from '../rooms/document/held-document.ts';
import { keptSnapshot, readAhead, snapshotBefore } from '../rooms/document/kept-snapshot.ts';
import type { RequestShares } from '../http/shares/request-shares.ts';
import type { BoardHostOf } from './board-host.ts';
import type { Room } from '../rooms/room.ts';
import type { BoardRecord, DocKey, LogStore, StoredDoc } from '../storage/storage.ts';

/** The key of a board's shared document. */
export function sharedKey(board: BoardRecord): DocKey {
  return { board: board.id, generation: board.generation, owner: '' };
}

/** Uses a board's live room. Throws `load-failed` when it cannot be opened, or ends before it is read. */
export function withBoard<T>(
  boardHost: BoardHostOf,
  board: BoardRecord,
  work: (room: Room) => Promise<T>,
): Promise<T> {
  return boardHost(board.id).lend(sharedKey(board), async (opened) => {
    if (!opened.ok) throw new ApiError('load-failed');
    return work(opened.room).catch((error: unknown) => {
      throw error instanceof DocumentGone ? new ApiError('load-failed') : error;
    });
  });
}

/**
 * A board as bytes, for a thread: to make one update of a large live document takes long by itself. What was written
 * before is in it. Throws `load-failed`.
 */
export function storedBytes(
  { boardHost, storage }: { readonly boardHost: BoardHostOf; readonly storage: Pick<LogStore, 'load'> },
  board: BoardRecord,
): Promise<Pick<StoredDoc, 'snapshot' | 'rows'>> {
  return withBoard(boardHost, board, async (room) => {
    await room.read(() => {});
    const loaded = await storage.load(room.key);
    if (!loaded.ok) throw new ApiError('load-failed');
    const { snapshot, rows } = loaded.value;
    return { snapshot, rows };
  });
}

/** Of a record in a document, to tell how many there are before they are read. */
const RECORD_BYTES = 100;
/** Records read at once: some 10 ms. */
const READ_AT_ONCE = 1_000;

type Doc = Parameters<typeof keptSnapshot>[0];

/**
 * What `look` makes of a board as it is stored now, for a person at `address`, who pays for what has to be read anew.
 * Throws `too-often`.
 */
export async function readFor<T>(
  room: Room,
  { shares, address }: { readonly shares: RequestShares; readonly address: string },
  look: (snapshot: BoardSnapshot, doc: Doc) => T,
): Promise<T> {
  const before = await room.read(snapshotBefore);
  shares.mayRead(address, before === null ? room.size().bytes / RECORD_BYTES : recordsOf(before));
  await readInSlices(room, (records) => shares.readAnew(address, records));
  return room.read((doc) => look(keptSnapshot(doc), doc));
}

/** Rooms whose board is being read. */
const reading = new WeakMap<Room, Promise<void>>();

/**
 * Reads what a large board says, others served in between; next to nothing is left for `keptSnapshot` then. Once for all
 * who ask at the same time, and the first of them `pays`.
 */
export function readInSlices(room: Room, pays: (records: number) => void = () => {}): Promise<void> {
  const known = reading.get(room);
  if (known !== undefined) return known;
  const read = slices(room, pays).finally(() => reading.delete(room));
  reading.set(room, read);
  return read;
}

async function slices(room: Room, pays: (records: number) => void): Promise<void> {
  const before = await room.read(snapshotBefore);
  // Before the reading, during which the same address may ask for as much of other boards.
  if (before === null) pays(await room.read((doc) => readAhead(doc, 0)));
  while ((await room.read((doc) => readAhead(doc, READ_AT_ONCE))) > 0)
    await new Promise((resolve) => setImmediate(resolve));
  const snapshot = await room.read(keptSnapshot);
  if (before !== null && snapshot !== before) pays(recordsOf(snapshot));
}

function recordsOf(snapshot: BoardSnapshot): number {
  const { factors, influences, notes, merged } = snapshot;
  return factors.length + influences.length + notes.length + merged.length;
}
