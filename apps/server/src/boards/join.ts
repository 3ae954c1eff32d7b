import { type Role, higherRole } from '@coherence/protocol';
import type { Answer, ROUTES, ParsedBody } from '@coherence/protocol/http';
import { currentPhase, readSession, unitsInOrder } from '@coherence/board';
import type { Phase } from '@coherence/board';
import { accessBy } from '../auth/access.ts';
import type { GuessLimiter } from '../auth/guess-limiter.ts';
import type { Pairings } from '../auth/pairing.ts';
import { normalCode, tokenOfAttempt } from '../auth/secrets.ts';
import { ApiError, refusedFor } from '../errors.ts';
import type { RequestShares } from '../http/shares/request-shares.ts';
import type { BoardHostOf } from './board-host.ts';
import type { BoardRecord, ParticipantRecord, Storage } from '../storage/storage.ts';
import { answeredMeta, answeredUnits } from './answered-words.ts';
import { readFor, withBoard } from './board-reader.ts';
import { boardsByCode } from './by-code.ts';
import { ownName } from './own-name.ts';
import { addDevice, addPerson, changePerson, checkRoom } from './people.ts';
import { checkMove, unitIdFor } from './unit-choice.ts';
import type { ChosenBy } from './unit-choice.ts';

export interface JoinParts {
  readonly storage: Storage;
  readonly boardHost: BoardHostOf;
  readonly sessionCounts: { peopleChanged(board: string): void };
  readonly guesses: GuessLimiter;
  readonly pairings: Pairings;
  readonly shares: RequestShares;
  /** Milliseconds since 1970. */
  readonly today: () => number;
}
interface Asker {
  readonly address: string;
  readonly token: string | null;
}
/** What a person with a code or link is shown before they join. */
export async function previewBoard(
  parts: JoinParts,
  body: ParsedBody<typeof ROUTES.previewJoin.body>,
  asker: Asker,
): Promise<Answer<'previewJoin'>> {
  const { board, role } = await redeem(parts, body, asker.address);
  parts.shares.previews(board.id, asker.address);
  const payer = { shares: parts.shares, address: asker.address };
  const { snapshot, session } = await withBoard(parts.boardHost, board, (room) =>
    readFor(room, payer, (read, doc) => ({ snapshot: read, session: readSession(doc) })),
  );
  const { meta, factors, influences } = snapshot;
  const phase = currentPhase(session);
  return {
    id: board.id,
    ...answeredMeta(snapshot),
    role,
    units: answeredUnits(unitsInOrder(snapshot)),
    /** What joining asks for: a name is `asked` while people are shown with theirs. */
    identity: {
      name: phase?.identity === 'named' ? 'asked' : 'optional',
      unit: 'optional',
      newUnits: meta.unitsOpen || role === 'facilitator',
      unitWord: meta.unitWord,
    },
    phase: phase === null ? null : whatWasMissed(session.agenda, phase),
    counts: { factors: factors.length, influences: influences.length },
  };
}

/** Where the room is, counted from 1, and what it has been through. */
function whatWasMissed(agenda: readonly Phase[], phase: Phase) {
  const at = agenda.indexOf(phase);
  const { kind, title } = phase;
  return { kind, title, number: at + 1, earlier: agenda.slice(0, at).map((one) => one.title) };
}

/**
 * Lets a person in: as the one whose device shows `pair`, as the one their token says, as the one an earlier answer to the
 * same `attempt` was for, or as a new person.
 */
export async function joinBoard(
  parts: JoinParts,
  body: ParsedBody<typeof ROUTES.join.body>,
  asker: Asker,
): Promise<Answer<'join'>> {
  const { storage } = parts;
  const { board, role } = await redeem(parts, body, asker.address);
  const attempt = body.attempt === undefined ? undefined : tokenOfAttempt(board.id, body.attempt);
  const person = await whoIsBack(parts, board, body.pair, asker, attempt);
  const people = await storage.participants(board.id);
  if (person !== null) parts.shares.personAsks(person.participant.id, board.id, asker.address);
  // Who leads always gets in: they are the ones who can make room.
  else if (role !== 'facilitator') {
    checkRoom(people);
    parts.shares.joins(board.id, asker.address);
  }
  const by = chosenBy(person?.participant, role);
  const unit = await unitIdFor(parts.boardHost, board, body.unit ?? '', by, () =>
    parts.shares.addsUnit(board.id, asker.address),
  );
  if (person !== null && by !== 'facilitator') checkMove(person.participant, unit);
  const shown = (id: string | null, name: string) =>
    by === 'facilitator' ? name : ownName(people, { id, name });
  if (person === null) {
    const name = shown(null, body.name ?? '');
    const newcomer = { board: board.id, name, unit, role, createdAt: parts.today() };
    const made = await addPerson(storage, newcomer, attempt);
    parts.sessionCounts.peopleChanged(board.id);
    return { id: board.id, token: made.token, role, participantId: made.participant.id };
  }
  const changed: ParticipantRecord = {
    ...person.participant,
    name: shown(person.participant.id, body.name ?? person.participant.name),
    unit: unit === '' ? person.participant.unit : unit,
    role: higherRole(person.participant.role, role),
  };
  await changePerson(parts, changed);
  parts.sessionCounts.peopleChanged(board.id);
  return { id: board.id, token: person.token, role: changed.role, participantId: changed.id };
}

async function whoIsBack(
  parts: JoinParts,
  board: BoardRecord,
  pair: string | undefined,
  { address, token }: Asker,
  attempt: string | undefined,
) {
  if (pair !== undefined) {
    const found = parts.pairings.redeem(board.id, pair, address);
    if (found === 'too-many') throw refusedFor('wrong-numbers');
    if (found === 'unknown') throw new ApiError('unknown-pair');
    const participant = await parts.storage.participant(found.participant);
    if (participant === null || participant.removed) throw new ApiError('unknown-pair');
    return { participant, token: await addDevice(parts.storage, participant.id) };
  }
  for (const known of [token, attempt]) {
    if (known === null || known === undefined) continue;
    const access = await accessBy(parts.storage, board.id, known);
    if (access.ok) return { participant: access.participant, token: known };
    if (access.error === 'removed') throw new ApiError('removed');
  }
  return null;
}

async function redeem(
  { storage, boardHost, guesses }: JoinParts,
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
  const board = await guesses.guess(address, code, boardsByCode({ storage, boardHost }, code));
  if (board === 'too-many') throw new ApiError('too-many-tries');
  if (board === null) throw new ApiError('unknown-code');
  return { board, role: 'participant' };
}

/** An ordinary link or code adds at most one unit for each person: it brings in forty, and their typing mistakes. */
function chosenBy(person: ParticipantRecord | undefined, offered: Role): ChosenBy {
  if (higherRole(person?.role ?? 'display', offered) === 'facilitator') return 'facilitator';
  return person === undefined || person.unit === '' ? 'newcomer' : 'somebody with a unit';
}
