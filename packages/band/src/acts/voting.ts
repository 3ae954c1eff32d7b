import { castVote, MOTION, questionsIn, RATING_MAX } from '@coherence/board';
import type { OpenRound } from '@coherence/board';
import type { Chance } from '@coherence/board/chance';
import type { Act, Moment } from './act.ts';
import { chanceIn } from './chance-in.ts';

const YES_NO_ABSTAIN = 3;

/** A ballot within its rules while a vote is open; the dots one by one. */
export function voting(moment: Moment): readonly Act[] {
  const { pretend, session } = moment;
  const { round } = session;
  if (round === null) return [];
  const luck = chanceIn(moment);
  const cast = (name: string, item: string, mark: number, question = 0): Act => ({
    name: `vote ${round.id} ${name}`,
    run: () => void castVote(pretend.mine, round, item, mark, { question }),
  });
  if (round.method === 'recorded') return [cast('motion', MOTION, 1 + luck.below(YES_NO_ABSTAIN))];
  if (round.method === 'rating') {
    return round.items.flatMap((item) =>
      Array.from({ length: questionsIn(round) }, (_, question) =>
        cast(`${item} ${question}`, item, 1 + luck.below(RATING_MAX), question),
      ),
    );
  }
  return dotsFor(round, luck).map(([item, dots]) => cast(item, item, dots));
}

/** The whole budget over what one likes best. */
export function dotsFor(
  { items, budget, perItem }: Pick<OpenRound, 'items' | 'budget' | 'perItem'>,
  luck: Chance,
): readonly (readonly [string, number])[] {
  let left = budget;
  const given: (readonly [string, number])[] = [];
  for (const item of luck.shuffled(items)) {
    if (left === 0) break;
    const dots = Math.min(left, 1 + luck.below(perItem));
    given.push([item, dots]);
    left -= dots;
  }
  return given;
}
