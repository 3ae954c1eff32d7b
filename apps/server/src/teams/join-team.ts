import { readSession, writeSession } from '@coherence/board';
import { withBoard } from '../boards/board-reader.ts';
import type { BoardHostOf } from '../boards/board-host.ts';
import type { BoardRecord } from '../storage/storage.ts';
import { joinSmallest } from './deal-teams.ts';

/** Takes a person who came after the deal into the smallest team. Answers whether they are in one now. */
export function joinTeam(boardHost: BoardHostOf, board: BoardRecord, participant: string): Promise<boolean> {
  return withBoard(boardHost, board, (room) =>
    room.edit((doc) => {
      const { deal } = readSession(doc);
      if (deal === null) return false;
      const teams = joinSmallest(deal.teams, participant);
      if (teams !== deal.teams) writeSession(doc, { deal: { ...deal, teams: [...teams] } });
      return teams.some(({ people }) => people.includes(participant));
    }),
  );
}
