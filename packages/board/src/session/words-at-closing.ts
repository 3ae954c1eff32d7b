import type * as Y from 'yjs';
import { isPresent, recordOf, wordsIn } from '../doc.ts';
import type { OpenRound } from '../schema/round.ts';
import { WORDS_KEPT_MAX, type VoteRound } from '../schema/vote-round.ts';

const VOTED_ON = ['factors', 'groups', 'needs', 'strategies'] as const;

/**
 * What the items of a round said when it was closed, by id, cut at `WORDS_KEPT_MAX`: of those that got anything and of those
 * that had left the board by then. So a result can always say what people chose, whatever becomes of the items.
 */
export function wordsAtClosing(
  doc: Y.Doc,
  { items }: Pick<OpenRound, 'items'>,
  { results, voters }: Pick<VoteRound, 'results' | 'voters'>,
): Record<string, string> {
  const kept = items.flatMap((id): [string, string][] => {
    const record = VOTED_ON.map((root) => recordOf(doc, root, id)).find((one) => one !== null) ?? null;
    if (record === null) return [];
    const isChosen = (results[id] ?? 0) > 0 || (voters[id] ?? 0) > 0;
    return isChosen || !isPresent(record) ? [[id, cut(wordsIn(record))]] : [];
  });
  return Object.fromEntries(kept);
}

function cut(words: string): string {
  return words.length <= WORDS_KEPT_MAX ? words : `${words.slice(0, WORDS_KEPT_MAX - 1)}…`;
}
