import { renewBoard, renewPrivate } from '@coherence/board';
import { sharedKey } from '../../boards/board-reader.ts';
import { ApiError } from '../../errors.ts';
import { renewalOf } from '../../rooms/document/renewal.ts';
import type { BoardRecord, DocKey } from '../../storage/storage.ts';
import type { PrivateDoc, SessionParts } from './private-docs.ts';

/**
 * Starts the next generation of a board: what is on it now in a fresh document, without the words of the factors in
 * `redact`. The old one is overwritten on the disk, its sessions are closed, and what devices that were away still
 * hold of it can never come back. Answers the new generation. Throws `load-failed` or `cannot-save`.
 */
export async function newGeneration(
  parts: SessionParts,
  board: BoardRecord,
  redact: ReadonlySet<string> = new Set(),
): Promise<number> {
  return renewShared(parts, board, (old) => renewBoard(old, redact));
}

/** `newGeneration` with what `renew` makes of the old document. */
export async function renewShared(
  parts: SessionParts,
  board: BoardRecord,
  renew: (old: PrivateDoc) => PrivateDoc,
): Promise<number> {
  await renewDocument(parts, sharedKey(board), renew);
  return board.generation + 1;
}

/** Leaves of a private document what is in it now, and nothing of what was. */
export function erasePast(parts: SessionParts, key: DocKey): Promise<void> {
  return renewDocument(parts, key, renewPrivate);
}

async function renewDocument(
  { registry, storage }: SessionParts,
  key: DocKey,
  renew: (old: PrivateDoc) => PrivateDoc,
): Promise<void> {
  await registry.retire(key, async () => {
    const loaded = await storage.load(key);
    if (!loaded.ok) throw new ApiError('load-failed');
    const renewed = await storage.renew(key, renewalOf(loaded.value, renew));
    if (!renewed.ok) throw new ApiError('cannot-save');
  });
}
