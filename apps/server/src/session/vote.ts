import {
  closeRound,
  currentPhase,
  newId,
  readBallot,
  readSession,
  readSnapshot,
  tally,
  writeSession,
} from '@coherence/board';
import type { OpenRound, Tally } from '@coherence/board';
import { withBoard } from '../boards/board-reader.ts';
import { ApiError } from '../errors.ts';
import type { BoardRecord } from '../storage/storage.ts';
import { finishEarlier, withAftermath } from './aftermath.ts';
import type { Chore } from './aftermath.ts';
import { lookIntoPrivate } from './private-docs.ts';
import type { SessionParts } from './private-docs.ts';

export type RoundWanted = Pick<OpenRound, 'question' | 'method' | 'budget' | 'perItem' | 'items'>;

/** Opens a round on factors, groups, needs or strategies of the board. Throws `round-open` or `bad-request`. */
export function openVote(
  { registry }: SessionParts,
  board: BoardRecord,
  wanted: RoundWanted,
  now: number,
): Promise<OpenRound> {
  return withBoard(registry, board, (room) =>
    room.edit((doc) => {
      if (readSession(doc).round !== null) throw new ApiError('round-open');
      const { factors, groups, needs, strategies } = readSnapshot(doc);
      const known = new Set([factors, groups, needs, strategies].flat().map(({ id }) => id));
      const stranger = wanted.items.find((id) => !known.has(id));
      if (stranger !== undefined)
        throw new ApiError('bad-request', `items: "${stranger}" is not on the board.`);
      const phase = currentPhase(readSession(doc));
      const round: OpenRound = {
        ...wanted,
        items: [...new Set(wanted.items)],
        id: newId(),
        questions: [],
        phase: phase?.id ?? null,
        identity: phase?.identity ?? 'unit',
        openedAt: now,
        turnout: 0,
      };
      writeSession(doc, { round });
      return round;
    }),
  );
}

/**
 * Counts the ballots and closes the round; the board gets sums only. In an anonymous phase nothing is left of the
 * ballots. Throws `no-round`. Call it in turn.
 */
export async function closeVote(
  parts: SessionParts,
  board: BoardRecord,
  now: Date,
): Promise<Tally & { round: string; unread: number }> {
  const { round, erase } = await openRoundOf(parts, board);
  const { looked, unread } = await lookIntoPrivate(parts, board.id, (mine) => readBallot(mine, round.id));
  const counted = tally(
    round,
    looked.map(({ value }) => value),
  );
  await ending(parts, board, { round, erase, now }, (doc) => closeRound(doc, round, counted, now));
  return { ...counted, round: round.id, unread };
}

/** Ends the round without a result. Throws `no-round`. Call it in turn. */
export async function cancelVote(parts: SessionParts, board: BoardRecord, now: Date): Promise<void> {
  const { round, erase } = await openRoundOf(parts, board);
  await ending(parts, board, { round, erase, now }, (doc) => writeSession(doc, { round: null }));
}

async function openRoundOf(
  parts: SessionParts,
  board: BoardRecord,
): Promise<{ round: OpenRound; erase: boolean }> {
  await finishEarlier(parts, board);
  const session = await withBoard(parts.registry, board, (room) => room.read(readSession));
  if (session.round === null) throw new ApiError('no-round');
  return { round: session.round, erase: session.round.identity === 'anonymous' };
}

async function ending(
  parts: SessionParts,
  board: BoardRecord,
  { round, erase, now }: { round: OpenRound; erase: boolean; now: Date },
  change: (doc: Parameters<typeof closeRound>[0]) => void,
): Promise<void> {
  const edit = () => withBoard(parts.registry, board, (room) => room.edit(change));
  const chore: Chore = { marks: [], at: now.getTime(), round: round.id, drafts: {}, erase: 'everybody' };
  await (erase ? withAftermath(parts, board, chore, edit) : edit());
}
