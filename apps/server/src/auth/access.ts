import type { BoardRecord, Directory, ParticipantRecord, Role } from '../storage/storage.ts';
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

const RANK: Record<Role, number> = { facilitator: 3, participant: 2, observer: 1, display: 0 };

/** The higher of two roles. */
export function higherRole(a: Role, b: Role): Role {
  return RANK[a] >= RANK[b] ? a : b;
}

export const mayExport = (role: Role): boolean => role !== 'display';
/** Who is told the board's code. It lets anybody in as a participant, so it is no observer's to give. */
export const mayInvite = (role: Role): boolean => role !== 'observer';
/** Who has a private document. */
export const mayWriteAlone = (role: Role): boolean => role === 'participant' || role === 'facilitator';
export const mayCommand = (role: Role): boolean => role === 'facilitator';
