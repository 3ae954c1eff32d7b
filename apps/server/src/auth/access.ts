import type { BoardRecord, Directory, ParticipantRecord } from '../storage/storage.ts';
import { hashToken } from './secrets.ts';

export type Access =
  | { ok: true; board: BoardRecord; participant: ParticipantRecord }
  | { ok: false; error: 'no-token' | 'no-such-board' | 'removed' };

/** Who a token is on a board. A token of another board is no token here. */
export async function accessBy(
  directory: Pick<Directory, 'board' | 'participantByToken'>,
  boardId: string,
  token: string | null,
): Promise<Access> {
  const [board, participant] = await Promise.all([
    directory.board(boardId),
    token === null ? null : directory.participantByToken(hashToken(token)),
  ]);
  if (board === null) return { ok: false, error: 'no-such-board' };
  if (participant === null || participant.board !== boardId) return { ok: false, error: 'no-token' };
  return participant.removed ? { ok: false, error: 'removed' } : { ok: true, board, participant };
}
