import type { Column, Polarity, Row } from '@coherence/board';

/** Something pretend participants think; several wordings where two of them may say the same in other words. */
export interface Thought {
  readonly row: Row;
  readonly column: Column;
  readonly wordings: readonly [string, ...string[]];
  /** What it is about: people group what shares a theme. Its own unless told. */
  readonly theme?: string;
}

/** What a band talks about. */
export interface Material {
  readonly thoughts: readonly Thought[];
  /** What leads to what, by its words: who charts and connects in a meeting takes these. */
  readonly pairs?: readonly Pair[];
}

export interface Pair {
  readonly from: string;
  readonly to: string;
  readonly polarity: Polarity;
}

/** The thought that says this in one of its wordings. */
export function thoughtOf({ thoughts }: Material, text: string): Thought | undefined {
  return thoughts.find(({ wordings }) => wordings.some((wording) => wording === text));
}

export function themeOf({ theme, wordings }: Thought): string {
  return theme ?? wordings[0];
}
