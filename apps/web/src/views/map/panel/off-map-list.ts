import { NODE_ROOTS, nodesOf, type BoardNode, type BoardSnapshot } from '@coherence/board';
import { findable, wantedWords } from '../../../factors/find-words.ts';

/** A factor or strategy that has no place on the map. */
export type OffMapCard = Pick<BoardNode, 'id' | 'text' | 'kind' | 'no'>;

/** Everything that could be on the map and is not: numbered factors as they were given out, then strategies. */
export function offMapCards(snapshot: BoardSnapshot): readonly OffMapCard[] {
  const cards = nodesOf(snapshot).filter(({ pos }) => pos === null);
  const inOrder = cards.toSorted((a, b) => (a.no ?? Infinity) - (b.no ?? Infinity) || (a.id < b.id ? -1 : 1));
  return NODE_ROOTS.flatMap((of) => inOrder.filter(({ root }) => root === of));
}

/** The cards that hold all these words, in any order and case. */
export function matching(cards: readonly OffMapCard[], words: string): readonly OffMapCard[] {
  const wanted = wantedWords(words);
  return cards.filter(({ text }) => wanted.every((word) => findable(text).includes(word)));
}

/** Of the ticked cards those that are still in the list: others may have put some on the map meanwhile. */
export function chosenStill(cards: readonly OffMapCard[], ticked: ReadonlySet<string>): readonly string[] {
  return cards.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
}
