import {
  closeRound,
  currentPhase,
  hasBallots,
  hasFloor,
  itemsOfRound,
  newId,
  readSession,
  readSnapshot,
  suggestDots,
  tally,
  votingTells,
  writeSession,
} from '@coherence/board';
import type { OpenRound, Tally, Voter, Withheld } from '@coherence/board';
import { withBoard } from '../../boards/board-reader.ts';
import type { Reason } from '@coherence/protocol/http';
import { ApiError, refusedFor } from '../../errors.ts';
import type { BoardRecord } from '../../storage/storage.ts';
import { finishCleanup, withCleanup } from '../private/reveal-journal.ts';
import type { PendingCleanup } from '../private/reveal-journal.ts';
import { readPrivateDocs } from '../private/private-docs.ts';
import type { PrivateDoc, HiddenWorkParts } from '../private/private-docs.ts';
import { countedEarlier, keepAsCounted } from './as-counted.ts';
import { ballotsOf, countTurnout, readBallots } from './vote-ballots.ts';
import type { CountedBallot } from './vote-ballots.ts';

/** `budget` null: as many dots as suit the items. */
type RoundWanted = Pick<OpenRound, 'question' | 'method' | 'questions' | 'perItem' | 'items'> & {
  readonly budget: number | null;
};

type Doc = Parameters<typeof readSession>[0];

/** Opens a round on records of the board or on a motion. Throws `round-open`, `not-allowed` or `bad-request`. */
export function openVote(
  { boardHost }: HiddenWorkParts,
  board: BoardRecord,
  wanted: RoundWanted,
  now: number,
): Promise<OpenRound> {
  const items = wanted.method === 'recorded' ? [] : [...new Set(wanted.items)];
  return withBoard(boardHost, board, (room) =>
    room.edit((doc) => {
      const { factors, groups, needs, strategies } = readSnapshot(doc);
      const known = new Set([factors, groups, needs, strategies].flat().map(({ id }) => id));
      const stranger = items.find((id) => !known.has(id));
      if (stranger !== undefined) throw refusedFor('item-not-on-board', { id: stranger });
      const budget = wanted.budget ?? suggestDots(items.length);
      const questions = wanted.method === 'rating' ? wanted.questions : [];
      return begin(doc, { ...wanted, items, budget, questions, ballots: null }, now);
    }),
  );
}

/**
 * Takes the closing of a round back: a new round on the same with the ballots as they are. The result of the closed one
 * stays. Throws `round-open`, `no-round`, or `not-allowed` where the ballots were erased as promised.
 */
export function reopenVote(
  { boardHost }: HiddenWorkParts,
  board: BoardRecord,
  closed: string,
  now: number,
): Promise<OpenRound> {
  return withBoard(boardHost, board, (room) =>
    room.edit((doc) => {
      // As it was voted on: ballots name what has been merged since by its own id.
      const { unmerged, voteRounds } = readSnapshot(doc);
      const round = (unmerged.voteRounds ?? voteRounds).find(({ id }) => id === closed);
      if (round === undefined) throw new ApiError('no-round');
      if (!hasBallots(round)) {
        throw refusedFor('ballots-gone');
      }
      const { text: question, method, questions, identity, budget, perItem } = round;
      const again = {
        question,
        method,
        questions,
        identity,
        budget: budget ?? 1,
        perItem: perItem ?? 1,
        items: [...itemsOfRound(round)],
        ballots: round.ballots ?? round.id,
      };
      return begin(doc, again, now);
    }),
  );
}

/** `isShown` false: it is closed also where what people chose cannot be shown, and nothing of it is. */
interface Closing {
  readonly now: Date;
  readonly isShown: boolean;
}

/**
 * Counts the ballots and closes the round; the board gets sums only, or names where that was said before. In an
 * anonymous phase nothing is left of the ballots. Throws `no-round`, or `too-few` where the sums would show what one or
 * two people chose: then nothing is changed. Call it in turn.
 */
export async function closeVote(
  parts: HiddenWorkParts,
  board: BoardRecord,
  { now, isShown }: Closing,
): Promise<Tally & { round: string; unread: number }> {
  const { round, erase } = await openRoundOf(parts, board);
  const people = await parts.storage.participants(board.id);
  const devices = new Set(await parts.storage.participantsWithDevice(board.id));
  const look = (privateDoc: PrivateDoc) => readBallots(privateDoc, round);
  const { readings, unread } = await readPrivateDocs(parts, board.id, look, () => true);
  const voting = ballotsOf(people, new Map(readings.map(({ person, value }) => [person.id, value])), round);
  const earlier = await countedEarlier(parts, board, round);
  const counted = tally(round, voting.map(voterOf), earlier);
  if (counted.withheld !== null && isShown) throw refusedFor(WHY[counted.withheld]);
  const closed = { ...round, ...countTurnout(voting, devices) };
  if (!erase) await keepAsCounted(parts, board, round.id, { voting, counted: counted.counted });
  await ending(parts, board, { round, erase, now }, (doc) => closeRound(doc, closed, counted, now));
  return { ...counted, round: round.id, unread };
}

const WHY = { few: 'few-voted', changed: 'few-changed' } as const satisfies Record<Withheld, Reason>;

function voterOf({ person: { id, unit, name }, ballot, isCut, castBy }: CountedBallot): Voter {
  return { id, unit, name, ballot, isCut, own: castBy === null };
}

/** Ends the round without a result. Throws `no-round`. Call it in turn. */
export async function cancelVote(parts: HiddenWorkParts, board: BoardRecord, now: Date): Promise<void> {
  const { round, erase } = await openRoundOf(parts, board);
  await ending(parts, board, { round, erase, now }, (doc) => writeSession(doc, { round: null }));
}

/**
 * Begins the open round anew so that its result is shown however few vote, and says so before any person does. Nothing
 * that was given until now counts. Throws `no-round`, or `not-allowed` where it is by name already. Call it in turn.
 */
export async function voteOpenly(parts: HiddenWorkParts, board: BoardRecord, now: Date): Promise<OpenRound> {
  const { round } = await openRoundOf(parts, board);
  if (!hasFloor(round.identity)) throw refusedFor('vote-by-name');
  await cancelVote(parts, board, now);
  return withBoard(parts.boardHost, board, (room) =>
    room.edit((doc) => begin(doc, { ...round, identity: 'named', ballots: null }, now.getTime())),
  );
}

type Beginning = Omit<
  OpenRound,
  'id' | 'phase' | 'identity' | 'openedAt' | 'turnout' | 'invited' | 'own' | 'able' | 'over'
> & {
  readonly identity?: OpenRound['identity'];
};

/** A vote by name cannot begin where no names were promised; it says so before any person votes. */
function begin(doc: Doc, wanted: Beginning, openedAt: number): OpenRound {
  const session = readSession(doc);
  if (session.round !== null) throw new ApiError('round-open');
  const phase = currentPhase(session);
  const promised = wanted.identity ?? phase?.identity ?? 'unit';
  if (wanted.method === 'recorded' && promised === 'anonymous') {
    throw refusedFor('phase-without-names');
  }
  if (votingTells(promised, wanted)) throw refusedFor('dots-on-one-item');
  const identity = wanted.method === 'recorded' ? 'named' : promised;
  const counts = { turnout: 0, invited: 0, own: 0, able: 0, over: 0 };
  const round: OpenRound = {
    ...wanted,
    ...counts,
    id: newId(),
    phase: phase?.id ?? null,
    identity,
    openedAt,
  };
  writeSession(doc, { round });
  return round;
}

async function openRoundOf(
  parts: HiddenWorkParts,
  board: BoardRecord,
): Promise<{ round: OpenRound; erase: boolean }> {
  await finishCleanup(parts, board);
  const session = await withBoard(parts.boardHost, board, (room) => room.read(readSession));
  if (session.round === null) throw new ApiError('no-round');
  return { round: session.round, erase: session.round.identity === 'anonymous' };
}

async function ending(
  parts: HiddenWorkParts,
  board: BoardRecord,
  { round, erase, now }: { round: OpenRound; erase: boolean; now: Date },
  change: (doc: Doc) => void,
): Promise<void> {
  const edit = () => withBoard(parts.boardHost, board, (room) => room.edit(change));
  const cleanup: PendingCleanup = {
    marks: [],
    at: now.getTime(),
    round: round.id,
    drafts: {},
    erase: 'everybody',
  };
  await (erase ? withCleanup(parts, board, cleanup, edit) : edit());
}
