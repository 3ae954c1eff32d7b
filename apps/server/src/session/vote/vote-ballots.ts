import { ballotProblem, isCast, readBallot, readProxies } from '@coherence/board';
import type { Ballot, OpenRound } from '@coherence/board';
import { mayWriteAlone } from '../../auth/access.ts';
import type { ParticipantRecord } from '../../storage/storage.ts';
import type { PrivateDoc } from '../private/private-docs.ts';

/** What somebody's private document holds for a round: their own ballot, and those they cast for others. */
export interface Given {
  readonly own: Ballot;
  readonly proxies: ReadonlyMap<string, Ballot>;
}

export const NOTHING_GIVEN: Given = { own: {}, proxies: new Map() };

export function readGiven(mine: PrivateDoc, round: OpenRound): Given {
  return { own: readBallot(mine, round), proxies: readProxies(mine, round) };
}

interface Voting {
  readonly person: ParticipantRecord;
  readonly ballot: Ballot;
}

/**
 * One ballot for each person who may vote: their own, or else the first that a facilitator cast for them. Only
 * facilitators cast for others; whoever votes themselves needs nobody to. Empty where nothing was given.
 */
export function ballotsOf(
  people: readonly ParticipantRecord[],
  given: ReadonlyMap<string, Given>,
  round: OpenRound,
): readonly Voting[] {
  const voters = people.filter(({ role, removed }) => !removed && mayWriteAlone(role));
  const proxies = voters
    .filter(({ role }) => role === 'facilitator')
    .flatMap(({ id }) => given.get(id)?.proxies ?? []);
  const counts = (ballot: Ballot) => isCast(ballot) && ballotProblem(round, ballot) === null;
  return voters.map((person) => {
    const own = given.get(person.id)?.own ?? {};
    if (counts(own)) return { person, ballot: own };
    const cast = proxies.map((byPerson) => byPerson.get(person.id) ?? {});
    return { person, ballot: cast.find(counts) ?? own };
  });
}

/** How many have voted, and how many could: participants, and facilitators who do. */
export function countTurnout(
  voting: readonly Voting[],
  round: OpenRound,
): { readonly turnout: number; readonly invited: number } {
  const hasVoted = ({ ballot }: Voting) => isCast(ballot) && ballotProblem(round, ballot) === null;
  return {
    turnout: voting.filter(hasVoted).length,
    invited: voting.filter((one) => one.person.role === 'participant' || hasVoted(one)).length,
  };
}
