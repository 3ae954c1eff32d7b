import { RECORD_ROOTS, type RecordRoot } from '../doc.ts';
import { metaSchema } from '../schema/meta.ts';
import { RECORD_SCHEMAS } from '../schema/records.ts';
import { wordsIn, type Rewording } from '../schema/words-in.ts';
import type { BoardSnapshot } from '../snapshot.ts';

/** What is said of words that are too long: how many characters they have, of how many. */
export type SayTooLong = (count: number, most: number) => string;

const META = wordsIn(metaSchema);
const WORDS = Object.fromEntries(
  RECORD_ROOTS.map((root) => [root, wordsIn(RECORD_SCHEMAS[root])]),
) as Readonly<Record<RecordRoot, Rewording | null>>;

/** What is shown of a record, of a list of them, or of the facts of a board. */
const shown = new WeakMap<object, object>();
/** What a record that is shown cut is in whole. */
const wholes = new WeakMap<object, object>();

/**
 * The board as screens show it: words beyond the limit their field declares are cut there, after what `say` says of them
 * (LONG1). Edits and exports read the snapshot itself, or `wholeOf` a record. A board without such words is the
 * same object, as is each list and record.
 */
export function shownBoard(board: BoardSnapshot, say: SayTooLong): BoardSnapshot {
  const cut = (words: string, most: number): string => shownWords(words, most, say);
  const one = <T extends object>(value: T, words: Rewording | null): T => {
    if (words === null) return value;
    const known = shown.get(value);
    if (known !== undefined) return known as T;
    const now = words(value, cut) as T;
    // What is shown cut is not cut again.
    for (const each of [value, now]) shown.set(each, now);
    if (now !== value) wholes.set(now, value);
    return now;
  };
  const list = <T extends object>(records: readonly T[], words: Rewording | null): readonly T[] => {
    const known = shown.get(records);
    if (known !== undefined) return known as readonly T[];
    const cuts = records.map((record) => one(record, words));
    const now = cuts.every((record, at) => record === records[at]) ? records : Object.freeze(cuts);
    for (const each of [records, now]) shown.set(each, now);
    return now;
  };
  const now = {
    meta: one(board.meta, META),
    merged: list(board.merged, WORDS.factors),
    ...Object.fromEntries(RECORD_ROOTS.map((root) => [root, list<object>(board[root], WORDS[root])])),
  } as Partial<BoardSnapshot>;
  const isSame = (Object.keys(now) as (keyof BoardSnapshot)[]).every((key) => now[key] === board[key]);
  return isSame ? board : Object.freeze({ ...board, ...now });
}

/** A record of a shown board with every word. */
export function wholeOf<T extends object>(record: T): T {
  return (wholes.get(record) ?? record) as T;
}

/** Words as screens show them where they may have `most` characters. */
export function shownWords(words: string, most: number, say: SayTooLong): string {
  if (words.length <= most) return words;
  const end = isHighSurrogate(words.charCodeAt(most - 1)) ? most - 1 : most;
  return `${say(words.length, most)}\n${words.slice(0, end)}…`;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
