import { may } from '@coherence/protocol';
import { ballotProblem, hasFloor, isCast, readBallot, readProxies } from '@coherence/board';
import type { Ballot, OpenRound } from '@coherence/board';
import type { ParticipantRecord } from '../../storage/storage.ts';
import type { PrivateDoc } from '../private/private-docs.ts';

/** What a person's private document holds for a round: their own ballot, and those they cast for others. */
export interface BallotsCast {
  readonly own: Ballot;
  readonly proxies: ReadonlyMap<string, Ballot>;
}

export const NO_BALLOTS: BallotsCast = { own: {}, proxies: new Map() };

export function readBallots(privateDoc: PrivateDoc, round: OpenRound): BallotsCast {
  return { own: readBallot(privateDoc, round), proxies: readProxies(privateDoc, round) };
}

export interface CountedBallot {
  readonly person: ParticipantRecord;
  readonly ballot: Ballot;
  /** Given on a device of their own; null: cast for them by this facilitator. */
  readonly castBy: string | null;
}

/**
 * One ballot for each person who may vote: their own, or else the first that a facilitator cast for them. Only
 * facilitators cast for others, and a person's own ballot goes before one cast for them. Empty where nothing was cast.
 *
 * Who voted stays: a ballot is not lost when its owner gets another role, and unless the vote is by name not even when
 * they are removed, as otherwise taking people away would leave one person's ballot over.
 */
export function ballotsOf(
  people: readonly ParticipantRecord[],
  given: ReadonlyMap<string, BallotsCast>,
  round: OpenRound,
): readonly CountedBallot[] {
  const counts = (ballot: Ballot) => isCast(ballot) && ballotProblem(round, ballot) === null;
  const mayVote = ({ role, removed }: ParticipantRecord) => !removed && may(role, 'write');
  const stays = ({ id, removed }: ParticipantRecord) =>
    (!removed || hasFloor(round.identity)) && counts(given.get(id)?.own ?? {});
  const casters = people
    .filter((person) => mayVote(person) && person.role === 'facilitator')
    .map(({ id }) => ({ id, proxies: given.get(id)?.proxies }));
  return people
    .filter((person) => mayVote(person) || stays(person))
    .map((person) => {
      const own = given.get(person.id)?.own ?? {};
      if (counts(own) || !mayVote(person)) return { person, ballot: own, castBy: null };
      const caster = casters.find(({ proxies }) => counts(proxies?.get(person.id) ?? {}));
      const cast = caster?.proxies?.get(person.id);
      return { person, ballot: cast ?? own, castBy: cast === undefined ? null : (caster?.id ?? null) };
    });
}

type Turnout = Pick<OpenRound, 'turnout' | 'invited' | 'own' | 'able'>;

/**
 * How many have voted, and how many could: participants, and facilitators who do. `devices`: who has a device to vote
 * on. These say whether a person has voted, never what, and are exact.
 */
export function countTurnout(
  voting: readonly CountedBallot[],
  round: OpenRound,
  devices: ReadonlySet<string>,
): Turnout {
  const hasVoted = ({ ballot }: CountedBallot) => isCast(ballot) && ballotProblem(round, ballot) === null;
  const voted = voting.filter(hasVoted);
  const invited = voting.filter((one) => one.person.role === 'participant' || hasVoted(one));
  const hasOwn = (one: CountedBallot) => one.castBy === null && hasVoted(one);
  return {
    turnout: voted.length,
    invited: invited.length,
    own: voted.filter(hasOwn).length,
    able: invited.filter((one) => hasOwn(one) || devices.has(one.person.id)).length,
  };
}
