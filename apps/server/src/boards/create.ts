import type { Answer } from '@coherence/protocol/http';
import { type Role, ROLES } from '@coherence/protocol';
import { createBoard, newId, writeSession } from '@coherence/board';
import type { NewBoard as BoardContent, Phase } from '@coherence/board';
import { hashToken, newCode, newInvite } from '../auth/secrets.ts';
import { ApiError } from '../errors.ts';
import { firstUpdateOf } from '../rooms/document/first-update.ts';
import type { Storage } from '../storage/storage.ts';
import { makePerson } from './people.ts';

/** What a person is told of a board they have made. */
export type Created = Answer<'createBoard'>;

const CODE_ATTEMPTS = 20;

/** Makes a board with title, question, units and agenda. Throws `bad-request` when the content is not acceptable. */
export async function createFromContent(
  storage: Storage,
  content: BoardContent,
  agenda: readonly Phase[],
  createdAt: number,
): Promise<Created> {
  const made = createBoard(content);
  if (!made.ok) throw new ApiError('bad-request', { kind: 'board', failure: made.error });
  if (agenda.length > 0) writeSession(made.value, { agenda: [...agenda] });
  return createFromUpdate(storage, firstUpdateOf(made.value), createdAt);
}

/** Makes a board whose document is one Yjs update. `createdAt`: milliseconds since 1970. */
export async function createFromUpdate(
  storage: Storage,
  firstUpdate: Uint8Array,
  createdAt: number,
): Promise<Created> {
  const id = newId();
  const { participant, token } = makePerson({
    board: id,
    name: '',
    unit: '',
    role: 'facilitator',
    createdAt,
  });
  const invites = ROLES.map((role) => ({ secret: newInvite(), board: id, role }));
  for (let attempt = 0; attempt < CODE_ATTEMPTS; attempt += 1) {
    const code = newCode();
    const result = await storage.createBoard({
      board: { id, code, generation: 1, createdAt },
      firstUpdate,
      invites,
      creator: participant,
      creatorTokenHash: hashToken(token),
    });
    if (!result.ok) continue;
    const secrets = Object.fromEntries(invites.map((one) => [one.role, one.secret])) as Record<Role, string>;
    return { id, code, token, participantId: participant.id, invites: secrets };
  }
  throw new Error('no free board code found');
}
