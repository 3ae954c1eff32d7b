import { FLOOR, hasFloor, type OpenRound, type Session, type VoteRound } from '@coherence/board';
import { t } from '@coherence/words';
import { progressLine } from '../../../together/counts/progress-words.ts';

type Counts = Pick<OpenRound, 'identity' | 'turnout' | 'invited' | 'own' | 'able'>;

/**
 * Whether too few have voted on devices of their own for a result to be shown: once somebody has voted, and before that
 * where fewer could than it takes.
 */
export function isTooFew({ identity, turnout, invited, own, able }: Counts): boolean {
  return hasFloor(identity) && own < FLOOR && (turnout > 0 || (invited > 0 && able < FLOOR));
}

/**
 * What is said before the first ballot where the group is too small for a result; empty where it is not. `here`: people who
 * are connected now and may vote. Nothing before the server has counted for the first time.
 */
export function smallWords(round: Counts, here: number, leads: boolean): string {
  const { identity, invited, own, able } = round;
  const reach = Math.max(own, Math.min(able, here));
  if (!hasFloor(identity) || invited === 0 || reach >= FLOOR) return '';
  return `${t('vote.fewHere', { n: reach })} ${t(leads ? 'vote.fewHereLead' : 'vote.fewHereAsk')}`;
}

/** Whether a vote that was not closed has votes enough, and too few changes since an earlier result. */
export function isChange({ own }: Pick<OpenRound, 'own'>): boolean {
  return own >= FLOOR;
}

/** Why the vote was not closed, with how many have voted. */
export function fewWords({ turnout, invited, own }: OpenRound): { title: string; why: string } {
  if (isChange({ own })) return { title: t('vote.changedTitle'), why: t('vote.changedWhy') };
  const voted = progressLine('voted', turnout, invited);
  const why = t(own === turnout ? 'vote.fewWhy' : 'vote.fewWhyCast', { voted, n: own });
  return { title: t('vote.fewTitle'), why };
}

/** Where the votes that were given go when a round ends without a result. */
export function givenBackWords({ identity }: Pick<OpenRound, 'identity'>): string {
  return t(identity === 'anonymous' ? 'vote.erased' : 'vote.givenBack');
}

/**
 * Said with a promise where an earlier result on the same can be compared with the one to come. Empty where there is none,
 * and where the server compares: of an anonymous vote it has kept nothing to compare with.
 */
export function comparedWords(
  { identity, method, question }: Pick<OpenRound, 'identity' | 'method' | 'question'>,
  closed: readonly VoteRound[],
): string {
  const asked = (words: string): string => words.trim().toLowerCase();
  const isShown = closed.some(
    (round) =>
      round.identity === 'anonymous' &&
      round.method === method &&
      round.withheld === null &&
      asked(round.text) === asked(question),
  );
  return hasFloor(identity) && isShown ? t('vote.compared') : '';
}

/** Whether the facilitator asked to vote openly in a phase that promises more than that. */
export function isAskedOpenly(
  { identity, method, phase }: Pick<OpenRound, 'identity' | 'method' | 'phase'>,
  { agenda }: Pick<Session, 'agenda'>,
): boolean {
  const promised = agenda.find(({ id }) => id === phase)?.identity ?? 'unit';
  return identity === 'named' && method !== 'recorded' && promised !== 'named';
}
