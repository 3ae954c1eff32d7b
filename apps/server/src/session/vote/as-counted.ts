import { closedRoundsEver, keepCounted, readCounted } from '@coherence/board';
import type { Counted, EarlierCount, OpenRound } from '@coherence/board';
import { withBoard } from '../../boards/board-reader.ts';
import type { BoardRecord } from '../../storage/storage.ts';
import { lookIntoPrivate } from '../private/private-docs.ts';
import type { PrivateDoc, SessionParts } from '../private/private-docs.ts';
import type { Voting } from './vote-ballots.ts';

/**
 * What results that are shown add up of the same ballots as this round's, when a closing was taken back: also those of
 * rounds that somebody has taken off the board since.
 */
export async function countedEarlier(
  parts: SessionParts,
  board: BoardRecord,
  { id, ballots }: Pick<OpenRound, 'id' | 'ballots'>,
): Promise<readonly EarlierCount[]> {
  if (ballots === null) return [];
  const rounds = await withBoard(parts.registry, board, (room) => room.read(closedRoundsEver));
  const same = rounds.filter((round) => round.id !== id && (round.ballots ?? round.id) === ballots);
  const shown = same.filter(({ withheld, imported }) => withheld === null && imported !== true);
  const look = (mine: PrivateDoc) => shown.map((round) => readCounted(mine, round.id));
  const { looked } = await lookIntoPrivate(parts, board.id, look, () => true);
  return shown.map((round, at) => ({
    round,
    counted: looked.flatMap(({ person, value }): Counted[] =>
      (value[at] ?? []).map(({ person: castFor, ballot, shownAs }) => ({
        id: castFor ?? person.id,
        own: castFor === null,
        ballot,
        shownAs,
      })),
    ),
  }));
}

/** Keeps each ballot that a result adds up with the one who gave it, before the result is shown. */
export async function keepAsCounted(
  { storage, registry }: SessionParts,
  board: BoardRecord,
  round: string,
  { voting, counted }: { readonly voting: readonly Voting[]; readonly counted: readonly Counted[] },
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
    await registry.withRoom(key, async (opened) => {
      if (opened.ok) await opened.room.edit((mine) => keepCounted(mine, round, theirs));
    });
  });
  await Promise.all(keeping);
}
