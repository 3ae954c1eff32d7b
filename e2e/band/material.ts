import { readFileSync } from 'node:fs';
import type { Column, Row } from '@coherence/board';

/** What the band talks about: the filled grid of a (fictional) state department. */
export type Material = {
  readonly title: string;
  readonly question: string;
  readonly units: readonly { readonly id: string; readonly name: string; readonly short: string }[];
  readonly factors: readonly Statement[];
  /** Pairs that pull against each other: an integrative factor leads to less of an interfering one. */
  readonly tensions: readonly { readonly interfering: string; readonly integrative: string }[];
};

export type Statement = {
  readonly id: string;
  readonly row: Row;
  readonly column: Column;
  readonly unit: string;
  readonly text: string;
  readonly theme?: string;
};

const SAMPLE = new URL('../samples/01-coherence-grid-tamarack.json', import.meta.url);

export function readMaterial(): Material {
  const sample = JSON.parse(readFileSync(SAMPLE, 'utf8')) as Material & { focusQuestion: string };
  return { ...sample, title: 'How do our five offices act as one?', question: sample.focusQuestion };
}

/** Name of somebody in the band, by their place in it. */
export function nameOf(index: number): string {
  return `Person ${index + 1}`;
}
