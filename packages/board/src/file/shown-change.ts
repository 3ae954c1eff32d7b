import { shownWords, type SayTooLong } from '../projections/shown.ts';
import { QUESTION_MAX, TEXT_MAX, TITLE_MAX } from '../schema/limits.ts';
import type { Change } from './changes.ts';

const NO_WORDS: ReadonlySet<string> = new Set(['what', 'list', 'id']);

/** What is different between two files as screens show it: its words are compared whole, and cut after that. */
export function shownChange(change: Change, say: SayTooLong): Change {
  const most = change.what === 'title' ? TITLE_MAX : change.what === 'question' ? QUESTION_MAX : TEXT_MAX;
  const entries = Object.entries(change).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'string' && !NO_WORDS.has(key) ? shownWords(value, most, say) : value,
  ]);
  return Object.fromEntries(entries) as Change;
}
