import { progress } from './en/progress.ts';
import { addWords, t } from './translate.ts';

addWords({ progress });

type Part = 'finished' | 'voted';

/**
 * "9 of 12" and "have finished". `done`: people; `of`: how many are waited for, at least `done`. The verb is singular
 * where one person has done it, or only one is waited for.
 */
export function progressWords(part: Part, done: number, of: number): { count: string; verb: string } {
  const all = Math.max(of, done);
  const n = all === 1 ? 1 : done;
  return { count: t('progress.count', { done, all }), verb: t(`progress.verb_${part}`, { n }) };
}

/** The same as one sentence without its full stop. */
export function progressLine(part: Part, done: number, of: number): string {
  const { count, verb } = progressWords(part, done, of);
  return `${count} ${verb}`;
}
