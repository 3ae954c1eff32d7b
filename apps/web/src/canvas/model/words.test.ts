import { createBoard, mapOf, NODE_KINDS, readSnapshot } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { linkFacts } from './link-facts.ts';
import { addNode, kindAfter } from './new-card.ts';

describe('a link as a sentence', () => {
  it('quotes both ends as they are and says what takes time', () => {
    const ends = ['Turnover', 'Trust in the state'] as const;
    expect(linkFacts({ polarity: '+', delay: false }, ...ends)).toBe(
      'More “Turnover” leads to more “Trust in the state”.',
    );
    expect(linkFacts({ polarity: '-', delay: true }, ...ends)).toBe(
      'More “Turnover” leads to less “Trust in the state”. It takes time.',
    );
    expect(linkFacts({ polarity: '?', delay: false }, ' ', 'Trust')).toContain('“no words yet”');
    expect(linkFacts({ polarity: 'mixed', delay: false }, ...ends)).toContain('seen both ways');
  });
});

describe('a new card', () => {
  it.each(NODE_KINDS)('is of the kind that was asked for: %s', (kind) => {
    const board = createBoard({ title: 'Board' });
    if (!board.ok) throw new Error(board.error.message);
    const added = addNode(board.value, { unit: null }, kind, 'Words', [10, 20, 206]);
    const [node, ...others] = mapOf(readSnapshot(board.value)).nodes;
    expect(node).toMatchObject({ id: added.ok && added.value, kind, text: 'Words', pos: [10, 20, 206] });
    expect(others).toEqual([]);
  });

  it('that grows from another takes its row, and claims no more than that', () => {
    expect(NODE_KINDS.map(kindAfter)).toEqual(['interfering', 'integrative', 'issue', 'issue', 'issue']);
  });
});
