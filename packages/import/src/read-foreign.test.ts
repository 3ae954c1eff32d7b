import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readForeign } from './read-foreign.ts';

const SAMPLES = new URL('../../../e2e/samples/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, SAMPLES), 'utf8');
const MAP = '02-problem-diagnosis-map-harlow-falls.json';
const GRID = '01-coherence-grid-tamarack.json';

describe('readForeign', () => {
  test('reads the three samples as they are', () => {
    const counts = ['00-coherence-grid-published-sample.json', GRID, MAP].map((name) => {
      const result = readForeign(read(name));
      if (!result.ok) throw new Error(result.error.message);
      const { factors, units, influences, strategies, groups, loops, tensions, voteRounds } =
        result.value.file;
      const lists = [factors, units, influences, strategies, groups, loops, tensions, voteRounds];
      return [result.value.format, ...lists.map((list) => list.length)];
    });
    expect(counts).toEqual([
      ['sample/1 coherence-grid', 8, 0, 0, 0, 0, 0, 0, 0],
      ['sample/1 coherence-grid', 50, 5, 0, 0, 7, 0, 7, 1],
      ['sample/1 problem-diagnosis-map', 32, 5, 68, 5, 6, 8, 0, 0],
    ]);
  });
});
