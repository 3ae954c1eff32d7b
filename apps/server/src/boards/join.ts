import { addUnits, NAME_MAX, unitsInOrder } from '@coherence/board';
import type { BoardSnapshot } from '@coherence/board';
import { z } from 'zod';
import { accessBy, higherRole } from '../auth/access.ts';
import type { GuessLimiter } from '../auth/guess-limiter.ts';
import type { Pairings } from '../auth/pairing.ts';
import { normalCode } from '../auth/secrets.ts';
import { ApiError } from '../errors.ts';
import type { Registry } from '../rooms/registry.ts';
import type { BoardRecord, ParticipantRecord, Role, Storage } from '../storage/storage.ts';
import { withBoard, readBoard } from './board-reader.ts';
import { addDevice, addPerson, applyRole } from './people.ts';

const SECRET_MAX = 100;

const ticket = {
  code: z.string().max(SECRET_MAX).optional(),
  invite: z.string().max(SECRET_MAX).optional(),
};
const hasTicket = (body: { code?: string | undefined; invite?: string | undefined }) =>
  (body.code === undefined) !== (body.invite === undefined);
const TICKET_HINT = 'Send either code or invite.';

export const previewBody = z.object(ticket).refine(hasTicket, TICKET_HINT);
export const joinBody = z
  .object({
    ...ticket,
    name: z.string().trim().max(NAME_MAX).optional(),
    unit: z.string().trim().max(NAME_MAX).optional(),
    pair: z.string().trim().max(8).optional(),
  })
  .refine(hasTicket, TICKET_HINT);

export interface JoinParts {
  readonly storage: Storage;
  readonly registry: Registry;
  readonly guesses: GuessLimiter;
  readonly pairings: Pairings;
}
export interface Asker {
  readonly address: string;
  readonly token: string | null;
}
export interface Joined {
  readonly id: string;
  readonly token: string;
  readonly role: Role;
  readonly participantId: string;
}

/** What somebody with a code or link is shown before they join. */
export async function previewBoard(parts: JoinParts, body: z.infer<typeof previewBody>, asker: Asker) {
  const { board, role } = await redeem(parts, body, asker.address);
  const snapshot = await readBoard(parts.registry, board);
  return {
    id: board.id,
    title: snapshot.meta.title,
    question: snapshot.meta.question,
    role,
    units: unitsInOrder(snapshot).map(({ id, name, short, tier }) => ({ id, name, short, tier })),
    /** What joining asks for. */
    identity: { name: 'optional', unit: 'optional', newUnits: true, unitWord: snapshot.meta.unitWord },
  };
}

/** Lets somebody in: as a new person, as the one their token says, or as the one whose device shows `pair`. */
export async function joinBoard(
  parts: JoinParts,
  body: z.infer<typeof joinBody>,
  asker: Asker,
): Promise<Joined> {
  const { storage } = parts;
  const { board, role } = await redeem(parts, body, asker.address);
  const person = await whoIsBack(parts, board, body.pair, asker.token);
  const unit =
    body.unit === undefined || body.unit === '' ? null : await unitId(parts.registry, board, body.unit);
  if (person === null) {
    const name = body.name ?? '';
    const made = await addPerson(storage, { board: board.id, name, unit: unit ?? '', role });
    return { id: board.id, token: made.token, role, participantId: made.participant.id };
  }
  const changed: ParticipantRecord = {
    ...person.participant,
    name: body.name ?? person.participant.name,
    unit: unit ?? person.participant.unit,
    role: higherRole(person.participant.role, role),
  };
  await storage.putParticipant(changed);
  applyRole(parts.registry, changed);
  return { id: board.id, token: person.token, role: changed.role, participantId: changed.id };
}

async function whoIsBack(
  parts: JoinParts,
  board: BoardRecord,
  pair: string | undefined,
  token: string | null,
) {
  if (pair !== undefined) {
    const found = parts.pairings.redeem(board.id, pair);
    if (found === 'too-many') throw new ApiError('too-many-tries');
    if (found === 'unknown') throw new ApiError('unknown-pair');
    const participant = await parts.storage.participant(found.participant);
    if (participant === null || participant.removed) throw new ApiError('unknown-pair');
    return { participant, token: await addDevice(parts.storage, participant.id) };
  }
  if (token === null) return null;
  const access = await accessBy(parts.storage, board.id, token);
  if (access.ok) return { participant: access.participant, token };
  if (access.error === 'removed') throw new ApiError('removed');
  return null;
}

async function redeem(
  { storage, guesses }: JoinParts,
  body: { code?: string | undefined; invite?: string | undefined },
  address: string,
): Promise<{ board: BoardRecord; role: Role }> {
  if (body.invite !== undefined) {
    const invite = await storage.invite(body.invite);
    const board = invite === null ? null : await storage.board(invite.board);
    if (invite === null || board === null) throw new ApiError('unknown-invite');
    return { board, role: invite.role };
  }
  const code = normalCode(body.code ?? '');
  if (code === null) throw new ApiError('unknown-code');
  const board = await guesses.guess(address, code, () => storage.boardByCode(code));
  if (board === 'too-many') throw new ApiError('too-many-tries');
  if (board === null) throw new ApiError('unknown-code');
  return { board, role: 'participant' };
}

/** The id of a unit named by id or by name; a new name becomes a unit of the board. */
async function unitId(registry: Registry, board: BoardRecord, given: string): Promise<string> {
  return withBoard(registry, board, async (room) => {
    const existing = findUnit(await readBoard(registry, board), given);
    if (existing !== null) return existing;
    const added = await room.edit((doc) => addUnits(doc, [{ name: given }]));
    if (!added.ok) throw new ApiError('no-such-unit', added.error.message);
    const [id] = added.value;
    if (id === undefined) throw new ApiError('no-such-unit');
    return id;
  });
}

function findUnit(snapshot: BoardSnapshot, given: string): string | null {
  return snapshot.units.find((unit) => unit.id === given)?.id ?? null;
}
