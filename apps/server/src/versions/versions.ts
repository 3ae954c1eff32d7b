import { newId, restoreTo, toBoardFile } from '@coherence/board';
import type { BoardFile } from '@coherence/board';
import { readInSlices, withBoard } from '../boards/board-reader.ts';
import { ApiError, refusedFor } from '../errors.ts';
import { keptSnapshot } from '../rooms/document/kept-snapshot.ts';
import type { BoardHostOf } from '../boards/board-host.ts';
import { StoreFailed } from '../storage/storage.ts';
import { NAMED_BYTES_MAX } from '../storage/version-room.ts';
import type { BoardRecord, Storage, VersionKind, VersionRecord } from '../storage/storage.ts';
import { finished } from '../files/finished.ts';
import type { Asker, Files } from '../files/file-thread.ts';
import {
  packFile,
  redactPacked,
  SMALL_BYTES,
  unpackFile,
  unpackText,
  withParts,
} from '../files/version-file.ts';

export interface VersionParts {
  readonly storage: Storage;
  readonly boardHost: BoardHostOf;
}

export interface FilesParts extends VersionParts {
  readonly files: Files;
}

interface NewVersion {
  readonly kind: VersionKind;
  readonly name: string;
  /** Participant id. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Versions a person asked for that a board can have at once; together they have `NAMED_BYTES_MAX`. */
export const NAMED_MAX = 200;

/** Keeps what the board says now. Call it in turn: what is redacted meanwhile must not be kept. Answers its id. */
export async function saveVersion(
  parts: VersionParts,
  board: BoardRecord,
  version: NewVersion,
): Promise<string> {
  return putVersion(parts, board, version, await packFile(await fileOf(parts, board)));
}

/** Keeps a packed file of a board as a version. Call it in turn. Answers its id. */
export async function putVersion(
  { storage }: Pick<VersionParts, 'storage'>,
  board: BoardRecord,
  { kind, name, by, at }: NewVersion,
  file: Uint8Array,
): Promise<string> {
  const id = newId();
  await storage.putVersion({ id, board: board.id, kind, name, at, by }, file);
  return id;
}

/** Throws `too-many-versions` when no more can be kept by name. */
export async function saveNamed(
  parts: VersionParts,
  board: BoardRecord,
  version: Omit<NewVersion, 'kind'>,
): Promise<string> {
  const named = (await parts.storage.versions(board.id)).filter(({ kind }) => kind === 'named');
  if (named.length >= NAMED_MAX) throw refusedFor('versions-full', { max: NAMED_MAX });
  const file = await packFile(await fileOf(parts, board));
  const bytes = named.reduce((sum, one) => sum + one.bytes, file.length);
  if (bytes > NAMED_BYTES_MAX) throw refusedFor('versions-too-large');
  return putVersion(parts, board, { ...version, kind: 'named' }, file);
}

/** What a version says, as the text of a board file. Throws as `readVersion` does, and as `finished`. */
export async function versionText(
  { storage, files }: Pick<FilesParts, 'storage' | 'files'>,
  board: BoardRecord,
  id: string,
  asker: Omit<Asker, 'board'>,
): Promise<string> {
  const stored = await storedVersion(storage, board.id, id);
  if (stored === null) throw new ApiError('no-such-version');
  const isSmall = stored.file.length <= SMALL_BYTES;
  const text = isSmall
    ? await unpackText(stored.file)
    : finished(await files.unpack({ ...asker, board: board.id }, stored.file));
  if (text === null) throw new ApiError('damaged-version');
  return text;
}

/** What a version says. Throws `no-such-version` or `damaged-version`. */
export async function readVersion(
  { storage }: Pick<VersionParts, 'storage'>,
  board: BoardRecord,
  id: string,
): Promise<{ readonly version: VersionRecord; readonly file: BoardFile }> {
  const stored = await storedVersion(storage, board.id, id);
  if (stored === null) throw new ApiError('no-such-version');
  const file = await unpackFile(stored.file);
  if (file === null) throw new ApiError('damaged-version');
  return { version: stored.version, file };
}

/**
 * Makes the board say what a version says, after keeping what it says now. Nothing is deleted and the session goes on.
 * Call it in turn. Answers the id of what was kept.
 */
export async function restoreVersion(
  parts: VersionParts,
  board: BoardRecord,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: number },
): Promise<string> {
  const { version, file } = await readVersion(parts, board, id);
  const saved = await saveVersion(parts, board, { kind: 'restore', name: version.name, by, at });
  const people = (await parts.storage.participants(board.id)).filter(({ removed }) => !removed);
  const keepUnits = new Set(people.map(({ unit }) => unit));
  await withBoard(parts.boardHost, board, (room) => room.edit((doc) => restoreTo(doc, file, { keepUnits })));
  return saved;
}

/**
 * Takes the words of these factors out of every version. A version that cannot be read is dropped. Call it in turn.
 * Answers the factors and all that is part of them on the board.
 */
export async function redactVersions(
  parts: FilesParts,
  board: BoardRecord,
  factors: readonly string[],
  asker: Omit<Asker, 'board'>,
): Promise<ReadonlySet<string>> {
  const merged = await withBoard(parts.boardHost, board, async (room) => {
    await readInSlices(room);
    return room.read((doc) => keptSnapshot(doc).merged);
  });
  const gone = withParts(merged, factors);
  const from = { ...asker, board: board.id };
  const files = new Map<string, Uint8Array | null>();
  for (const { id } of await parts.storage.versions(board.id)) {
    const stored = await storedVersion(parts.storage, board.id, id).catch(() => null);
    files.set(id, stored === null ? null : await redactStored(parts, stored.file, gone, from));
  }
  await parts.storage.rewriteVersions(board.id, files);
  return gone;
}

function redactStored(
  { files }: Pick<FilesParts, 'files'>,
  packed: Uint8Array,
  gone: ReadonlySet<string>,
  asker: Asker,
): Promise<Uint8Array | null> {
  if (packed.length <= SMALL_BYTES) return redactPacked(packed, gone);
  return files.redact(asker, packed, gone).then(finished);
}

export async function dropVersion({ storage }: VersionParts, board: BoardRecord, id: string): Promise<void> {
  const known = (await storage.versions(board.id)).some((one) => one.id === id);
  if (!known) throw new ApiError('no-such-version');
  await storage.rewriteVersions(board.id, new Map([[id, null]]));
}

function fileOf({ boardHost }: VersionParts, board: BoardRecord): Promise<BoardFile> {
  return withBoard(boardHost, board, async (room) => {
    await readInSlices(room);
    return room.read((doc) => toBoardFile(keptSnapshot(doc)));
  });
}

async function storedVersion(storage: Storage, board: string, id: string) {
  try {
    return await storage.version(board, id);
  } catch (error) {
    if (error instanceof StoreFailed) throw new ApiError('damaged-version');
    throw error;
  }
}
