import { closedRoundsEver, hasFloor, itemsOfRound, keepCounted, readCounted } from '@coherence/board';
import type { Counted, EarlierCount, OpenRound, VoteRound } from '@coherence/board';
import { withBoard } from '../../boards/board-reader.ts';
import type { BoardRecord } from '../../storage/storage.ts';
import { readPrivateDocs } from '../private/private-docs.ts';
import type { PrivateDoc, HiddenWorkParts } from '../private/private-docs.ts';
import type { CountedBallot } from './vote-ballots.ts';

/** Of earlier votes on the same so many are compared, the latest: each makes the comparing longer. */
const VOTES_COMPARED = 8;

/**
 * What results add up that are shown and can be compared with this round's: those of the same ballots, when a closing
 * was taken back, also of rounds that a person has taken off the board since; and those of earlier votes on the same,
 * whose ballots are still with the people who gave them.
 */
export async function countedEarlier(
  parts: HiddenWorkParts,
  board: BoardRecord,
  round: OpenRound,
): Promise<readonly EarlierCount[]> {
  if (!hasFloor(round.identity)) return [];
  const rounds = await withBoard(parts.boardHost, board, (room) => room.read(closedRoundsEver));
  const known = rounds.filter((one) => one.id !== round.id && one.withheld === null && one.imported !== true);
  const isSameBallots = (one: VoteRound) => (one.ballots ?? one.id) === round.ballots;
  const votedBefore = known
    .filter((one) => !isSameBallots(one) && one.identity === 'unit' && one.floor !== null)
    .filter((one) => isSameVote(one, round))
    .toSorted((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? 1 : -1))
    .slice(0, VOTES_COMPARED);
  const shown = [...known.filter(isSameBallots), ...votedBefore];
  const read = (privateDoc: PrivateDoc) => shown.map((round) => readCounted(privateDoc, round.id));
  const { readings } = await readPrivateDocs(parts, board.id, read, () => true);
  const earlier = shown.map((one, at) => ({
    round: one,
    counted: readings.flatMap(({ person, value }): Counted[] =>
      (value[at] ?? []).map(({ person: castFor, ballot, shownAs }) => ({
        id: castFor ?? person.id,
        own: castFor === null,
        ballot,
        shownAs,
      })),
    ),
  }));
  // A new vote is a new answer: it is not held up where what was counted then is not known in full any more.
  return earlier.filter((one) => isSameBallots(one.round) || one.counted.length === one.round.participants);
}

function isSameVote(closed: VoteRound, { method, questions, items }: OpenRound): boolean {
  const before = new Set(itemsOfRound(closed));
  return (
    closed.method === method &&
    closed.questions.length === questions.length &&
    before.size === items.length &&
    items.every((item) => before.has(item))
  );
}

/** Keeps each ballot that a result adds up with the one who gave it, before the result is shown. */
export async function keepAsCounted(
  { storage, boardHost }: HiddenWorkParts,
  board: BoardRecord,
  round: string,
  { voting, counted }: { readonly voting: readonly CountedBallot[]; readonly counted: readonly Counted[] },
): Promise<void> {
  const shownAs = new Map(counted.map((one) => [one.id, one]));
  const kept = voting.flatMap(({ person, castBy }) => {
    const one = shownAs.get(person.id);
    return one === undefined
      ? []
      : [{ in: castBy ?? person.id, person: castBy === null ? null : person.id, ...one }];
  });
  const keeping = (await storage.privateDocs(board.id)).map(async (key) => {
    const theirs = kept.filter((one) => one.in === key.owner);
    if (theirs.length === 0) return;
    await boardHost(board.id).lend(key, async (opened) => {
      if (opened.ok) await opened.room.edit((privateDoc) => keepCounted(privateDoc, round, theirs));
    });
  });
  await Promise.all(keeping);
}
