import { sharedKey } from '../../boards/board-reader.ts';
import { ApiError } from '../../errors.ts';
import type { Renewing } from '../../rooms/document/renewal.ts';
import type { BoardRecord, DocKey } from '../../storage/storage.ts';
import type { HiddenWorkParts } from './private-docs.ts';

/**
 * Starts the next generation of a board: what is on it now in a fresh document, without the words of the factors in
 * `redact`. The old one is overwritten on the disk, its sessions are closed, and what devices that were away still
 * hold of it can never come back. Answers the new generation. Throws `load-failed` or `cannot-save`.
 */
export async function newGeneration(
  parts: HiddenWorkParts,
  board: BoardRecord,
  redact: ReadonlySet<string> = new Set(),
): Promise<number> {
  return renewShared(parts, board, { as: 'board', redact });
}

/** `newGeneration` as `how` says. */
export async function renewShared(
  parts: HiddenWorkParts,
  board: BoardRecord,
  how: Renewing,
): Promise<number> {
  return renewDocument(parts, sharedKey(board), how);
}

/** Leaves of a private document what is in it now, and nothing of what was. */
export async function erasePast(parts: HiddenWorkParts, key: DocKey): Promise<void> {
  await renewDocument(parts, key, { as: 'private' });
}

async function renewDocument(
  { boardHost, storage }: HiddenWorkParts,
  asked: DocKey,
  how: Renewing,
): Promise<number> {
  const host = boardHost(asked.board);
  return host.retire(asked, async (key) => {
    const loaded = await storage.load(key);
    if (!loaded.ok) throw new ApiError('load-failed');
    const renewal = await host.renew(loaded.value, how);
    if (renewal === 'unreadable') throw new ApiError('load-failed');
    const renewed = renewal === 'ended' ? { ok: false } : await storage.renew(key, renewal);
    if (!renewed.ok) throw new ApiError('cannot-save');
    return key.generation + 1;
  });
}
