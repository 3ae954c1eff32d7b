import { LIST_MAX, NAME_MAX, QUESTION_MAX, TITLE_MAX } from '@coherence/board';
import type { BoardSnapshot, Unit } from '@coherence/board';

/** Title and question as answers carry them (SHARE37): a file may have brought megabytes of them. */
export function answeredMeta({ meta }: Pick<BoardSnapshot, 'meta'>): { title: string; question: string } {
  return { title: cut(meta.title, TITLE_MAX), question: cut(meta.question, QUESTION_MAX) };
}

/** Units as answers carry them, in the order given. A board from before there was a limit may have more of them. */
export function answeredUnits(units: readonly Unit[]): Pick<Unit, 'id' | 'name' | 'short' | 'tier'>[] {
  return units.slice(0, LIST_MAX.units).map(({ id, name, short, tier }) => ({
    id,
    name: cut(name, NAME_MAX),
    short: short === null ? null : cut(short, NAME_MAX),
    tier,
  }));
}

/** The beginning of words, without half a character at its end. */
function cut(words: string, most: number): string {
  return words.length <= most
    ? words
    : words
        .slice(0, most)
        .toWellFormed()
        .replace(/\uFFFD$/, '');
}
