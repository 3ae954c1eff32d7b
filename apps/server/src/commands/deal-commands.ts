import {
  isForGrid,
  namedBreakouts,
  phaseFacts,
  readSession,
  readSnapshot,
  teamSize,
  writeSession,
} from '@coherence/board';
import type { BoardSnapshot, Phase, SessionDeal } from '@coherence/board';
import type { DEAL_COMMANDS as DECLARED } from '@coherence/protocol/http';
import { withBoard } from '../boards/board-reader.ts';
import type { Handlers } from './command.ts';
import { ApiError, refusedFor } from '../errors.ts';
import type { Room } from '../rooms/room.ts';
import { random } from '../hidden-work/random.ts';
import { dealTeams } from '../teams/deal-teams.ts';
import type { PersonToDeal } from '../teams/deal-teams.ts';

/** Dealing work to teams of those who are here. */
export const DEAL_COMMANDS: Handlers<typeof DECLARED> = {
  deal: async ({ boardHost, board }, wanted) => {
    const deal = await withBoard(boardHost, board, (room) =>
      room.edit((doc) => {
        const session = readSession(doc);
        const phaseId = wanted.phase ?? session.phase?.id;
        if (phaseId === undefined) throw new ApiError('no-phase');
        const phase = session.agenda.find((one) => one.id === phaseId);
        if (phase === undefined) throw new ApiError('no-such-phase');
        const people = participantsHere(room);
        if (people.length === 0) throw refusedFor('nobody-here');
        const items = itemsFor(phase, readSnapshot(doc), wanted.factorIds);
        const teams = dealTeams(people, items, teamSize(phase.mode), random);
        const breakouts = namedBreakouts(teams, phase, session.deal);
        const made: SessionDeal = { phase: phaseId, teams: breakouts, turn: breakouts.map(() => 0) };
        writeSession(doc, { deal: made });
        return made;
      }),
    );
    return { teams: deal.teams.length, items: deal.teams.flatMap(({ items }) => items).length };
  },
};

/** Participants with an open connection to the board, each once. Facilitators run the room; nothing is dealt to them. */
function participantsHere({ seats }: Room): PersonToDeal[] {
  const here = new Map<string, PersonToDeal>();
  for (const { person } of seats) {
    if (person.role !== 'participant') continue;
    here.set(person.participant, { id: person.participant, unit: person.unit });
  }
  return [...here.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** What was asked for and is there; else, to be placed, every factor that has no cell yet. */
function itemsFor(phase: Phase, { factors }: BoardSnapshot, asked: readonly string[] | undefined): string[] {
  const wanted = asked === undefined ? null : new Set(asked);
  return factors
    .filter((factor) => {
      const { id, cell } = factor;
      if (wanted !== null) return wanted.has(id);
      const isPlaced = cell !== null && cell[0] !== null && cell[1] !== null;
      return phaseFacts(phase.kind).work === 'place' && isForGrid(factor) && !isPlaced;
    })
    .map(({ id }) => id);
}
