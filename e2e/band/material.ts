import { readFileSync } from 'node:fs';
import type { Material, Pair, Thought } from '@coherence/band';

/** The filled grid of a (fictional) state department, and the board on which a band talks about it. */
export type Sample = Omit<Material, 'thoughts'> & {
  readonly title: string;
  readonly question: string;
  readonly units: readonly { readonly id: string; readonly name: string; readonly short: string }[];
  readonly thoughts: readonly Statement[];
};

export type Statement = Thought & { readonly unit: string; readonly text: string };

type SampleFile = {
  readonly focusQuestion: string;
  readonly units: Sample['units'];
  readonly factors: readonly (Omit<Statement, 'wordings'> & { readonly id: string })[];
  /** Pairs that pull against each other: an integrative factor leads to less of an interfering one. */
  readonly tensions: readonly { readonly interfering: string; readonly integrative: string }[];
};

const SAMPLE = new URL('../samples/01-coherence-grid-tamarack.json', import.meta.url);

export function readMaterial(): Sample {
  const file = JSON.parse(readFileSync(SAMPLE, 'utf8')) as SampleFile;
  return {
    title: 'How do our five offices act as one?',
    question: file.focusQuestion,
    units: file.units,
    thoughts: file.factors.map((factor) => ({ ...factor, wordings: [factor.text] })),
    pairs: pairsOf(file),
  };
}

/** Name of a person in the band, by their place in it. */
export function nameOf(index: number): string {
  return `Person ${index + 1}`;
}

/**
 * What leads to what: of each tension the integrative statement to less of the interfering one, and of each theme
 * every interfering statement to more of the next.
 */
function pairsOf({ factors, tensions }: SampleFile): readonly Pair[] {
  const byId = new Map(factors.map(({ id, text }) => [id, text]));
  const pairs: Pair[] = [];
  for (const tension of tensions) {
    const [from, to] = [byId.get(tension.integrative), byId.get(tension.interfering)];
    if (from !== undefined && to !== undefined) pairs.push({ from, to, polarity: '-' });
  }
  const last = new Map<string, string>();
  for (const { row, theme, text } of factors) {
    if (row !== 'interfering' || theme === undefined) continue;
    const from = last.get(theme);
    if (from !== undefined) pairs.push({ from, to: text, polarity: '+' });
    last.set(theme, text);
  }
  return pairs;
}
