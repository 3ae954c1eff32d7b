import { t } from '@coherence/words';

type Part = 'finished' | 'voted';

/** "9 of 12" and "have finished". `done`: people; `of`: how many are waited for, at least `done`. */
export function progressWords(part: Part, done: number, of: number): { count: string; verb: string } {
  const all = Math.max(of, done);
  return { count: t('progress.count', { done, all }), verb: t(`progress.verb_${part}`, { done, all }) };
}

/** The same as one sentence without its full stop. */
export function progressLine(part: Part, done: number, of: number): string {
  return t(`progress.line_${part}`, { done, all: Math.max(of, done) });
}
