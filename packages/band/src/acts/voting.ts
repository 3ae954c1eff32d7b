import { castVote, MOTION, questionsIn, RATING_MAX } from '@coherence/board';
import type { OpenRound } from '@coherence/board';
import type { Random } from '@coherence/board/random';
import type { Act, Moment } from './act.ts';
import { randomIn } from './random-in.ts';

const YES_NO_ABSTAIN = 3;

/** A ballot within its rules while a vote is open; the dots one by one. */
export function voting(moment: Moment): readonly Act[] {
  const { pretend, session } = moment;
  const { round } = session;
  if (round === null) return [];
  const random = randomIn(moment);
  const cast = (name: string, item: string, mark: number, question = 0): Act => ({
    name: `vote ${round.id} ${name}`,
    run: () => void castVote(pretend.privateDoc, round, item, mark, { question }),
  });
  if (round.method === 'recorded') return [cast('motion', MOTION, 1 + random.below(YES_NO_ABSTAIN))];
  if (round.method === 'rating') {
    return round.items.flatMap((item) =>
      Array.from({ length: questionsIn(round) }, (_, question) =>
        cast(`${item} ${question}`, item, 1 + random.below(RATING_MAX), question),
      ),
    );
  }
  return dotsFor(round, random).map(([item, dots]) => cast(item, item, dots));
}

/** The whole budget over what one likes best. */
export function dotsFor(
  { items, budget, perItem }: Pick<OpenRound, 'items' | 'budget' | 'perItem'>,
  random: Random,
): readonly (readonly [string, number])[] {
  let left = budget;
  const given: (readonly [string, number])[] = [];
  for (const item of random.shuffled(items)) {
    if (left === 0) break;
    const dots = Math.min(left, 1 + random.below(perItem));
    given.push([item, dots]);
    left -= dots;
  }
  return given;
}
