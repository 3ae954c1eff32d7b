import { wordsOf } from './words-of.ts';

export type Worded = { readonly id: string; readonly text: string };
/** How much two texts share, from 0 to 1. Never a claim that they mean the same. */
export type Alike = { readonly id: string; readonly likeness: number };

export type Likeness = {
  /** What looks like the text `id`, the most alike first, at most `most`. */
  alike(id: string, most?: number): readonly Alike[];
  /** All ids, so that texts that look alike stand together; otherwise in the order they were given. */
  together(): readonly string[];
};

/** From here on two notes are shown beside each other. Tried on the notes of the published samples. */
export const LOOKS_LIKE = 0.4;

/**
 * Finds texts that look like each other: Dice's coefficient of their words (L. R. Dice, "Measures of the amount of ecologic
 * association between species", Ecology 26, 1945), each word weighed by how rare it is among the texts,
 * 2 * w(A and B) / (w(A) + w(B)) with w = ln(1 + texts / texts with the word). Words that every note of a session uses
 * thus weigh little. The same texts always give the same answer.
 */
export function likenessOf(texts: readonly Worded[]): Likeness {
  const words = texts.map(({ text }) => wordsOf(text));
  const holders = new Map<string, number[]>();
  words.forEach((set, index) => {
    for (const word of set) {
      const list = holders.get(word);
      if (list === undefined) holders.set(word, [index]);
      else list.push(index);
    }
  });
  const weight = (word: string): number => Math.log(1 + texts.length / (holders.get(word)?.length ?? 1));
  const weights = words.map((set) => [...set].reduce((sum, word) => sum + weight(word), 0));
  const places = new Map(texts.map(({ id }, index) => [id, index]));
  const known = new Map<number, readonly (readonly [number, number])[]>();

  function alikeAt(index: number): readonly (readonly [number, number])[] {
    const before = known.get(index);
    if (before !== undefined) return before;
    const common = new Map<number, number>();
    for (const word of words[index] ?? []) {
      for (const other of holders.get(word) ?? []) {
        if (other !== index) common.set(other, (common.get(other) ?? 0) + weight(word));
      }
    }
    const found = [...common]
      .map(
        ([other, shared]) => [other, (2 * shared) / ((weights[index] ?? 0) + (weights[other] ?? 0))] as const,
      )
      .filter(([, likeness]) => likeness >= LOOKS_LIKE)
      .sort(([a, alikeA], [b, alikeB]) => alikeB - alikeA || a - b);
    known.set(index, found);
    return found;
  }

  return {
    alike(id, most = 5) {
      const found = alikeAt(places.get(id) ?? -1).slice(0, most);
      return found.map(([other, likeness]) => ({ id: texts[other]?.id ?? '', likeness }));
    },
    together() {
      const seen = new Set<number>();
      texts.forEach((_, start) => {
        // Depth first, so that the most alike comes next.
        const open = [start];
        for (let at = open.pop(); at !== undefined; at = open.pop()) {
          if (seen.has(at)) continue;
          seen.add(at);
          open.push(
            ...alikeAt(at)
              .map(([other]) => other)
              .toReversed(),
          );
        }
      });
      return [...seen].map((index) => texts[index]?.id ?? '');
    },
  };
}
