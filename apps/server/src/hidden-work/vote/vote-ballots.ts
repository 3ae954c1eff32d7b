import { may } from '@coherence/protocol';
import { fitBallot, hasFloor, isCast, NO_BALLOT, proxiesIn } from '@coherence/board';
import type { Ballot, BallotFit, OpenRound } from '@coherence/board';
import type { ParticipantRecord } from '../../storage/storage.ts';
import type { PrivateDoc } from '../private/private-docs.ts';

/** What a person's private document holds for a round: their own ballot, and those they cast for others. */
export interface BallotsCast {
  readonly own: BallotFit;
  readonly proxies: ReadonlyMap<string, BallotFit>;
}

export const NO_BALLOTS: BallotsCast = { own: NO_BALLOT, proxies: new Map() };

export function readBallots(privateDoc: PrivateDoc, round: OpenRound): BallotsCast {
  const proxies = [...proxiesIn(privateDoc, round)].map(
    (person) => [person, fitBallot(privateDoc, round, person)] as const,
  );
  return { own: fitBallot(privateDoc, round), proxies: new Map(proxies) };
}

export interface CountedBallot {
  readonly person: ParticipantRecord;
  /** What of it counts. */
  readonly ballot: Ballot;
  /** More was given than counts. */
  readonly isCut: boolean;
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
  const counts = (fit: BallotFit | undefined) => fit !== undefined && isCast(fit.counts);
  const mayVote = ({ role, removed }: ParticipantRecord) => !removed && may(role, 'write');
  const stays = ({ id, removed }: ParticipantRecord) =>
    (!removed || hasFloor(round.identity)) && counts(given.get(id)?.own);
  const casters = people
    .filter((person) => mayVote(person) && person.role === 'facilitator')
    .map(({ id }) => ({ id, proxies: given.get(id)?.proxies }));
  return people
    .filter((person) => mayVote(person) || stays(person))
    .map((person) => {
      const own = given.get(person.id)?.own ?? NO_BALLOT;
      const caster =
        counts(own) || !mayVote(person)
          ? undefined
          : casters.find(({ proxies }) => counts(proxies?.get(person.id)));
      const { counts: ballot, isCut } = caster?.proxies?.get(person.id) ?? own;
      return { person, ballot, isCut, castBy: caster?.id ?? null };
    });
}

type Turnout = Pick<OpenRound, 'turnout' | 'invited' | 'own' | 'able' | 'over'>;

/**
 * How many have voted, and how many could: participants, and facilitators who do. `devices`: who has a device to vote
 * on. These say whether a person has voted and whether with more than the round allows, never what, and are exact.
 */
export function countTurnout(voting: readonly CountedBallot[], devices: ReadonlySet<string>): Turnout {
  const hasVoted = ({ ballot }: CountedBallot) => isCast(ballot);
  const voted = voting.filter(hasVoted);
  const invited = voting.filter((one) => one.person.role === 'participant' || hasVoted(one));
  const hasOwn = (one: CountedBallot) => one.castBy === null && hasVoted(one);
  return {
    turnout: voted.length,
    invited: invited.length,
    own: voted.filter(hasOwn).length,
    over: voted.filter(({ isCut }) => isCut).length,
    able: invited.filter((one) => hasOwn(one) || devices.has(one.person.id)).length,
  };
}
