import type { BoardMap, Loop } from '@coherence/board';
import '@coherence/words/testing';
import { describe, expect, it } from 'vitest';
import { highlightTarget } from './highlight-target.ts';

const node = (id: string) => ({ id, label: id.toUpperCase(), text: id.toUpperCase() });
const link = (from: string, to: string) => ({
  id: `${from}>${to}`,
  from,
  to,
  polarity: '+',
  delay: false,
  records: [{ id: `i-${from}${to}` }],
});
const map = {
  nodes: ['a', 'b', 'c', 'd'].map(node),
  links: [link('a', 'b'), link('b', 'a'), link('b', 'c')],
  groups: [{ id: 'g', name: 'Time', members: ['a', 'd'] }],
} as unknown as BoardMap;
const loop = { id: 'l', nodes: ['a', 'b'], sentence: null } as unknown as Loop;
const highlight = (id: string | null) => highlightTarget(map, [loop], id);

describe('what is highlighted on the map', () => {
  it('is nothing without a target, or for one that is gone', () => {
    expect(highlight(null).ids).toBeNull();
    expect(highlight('gone').ids).toBeNull();
  });

  it('is a link with both ends and its sentence, by arrow or by record', () => {
    expect([...(highlight('b>c').ids ?? [])]).toEqual(['b', 'c', 'b>c']);
    expect(highlight('i-bc')).toEqual(highlight('b>c'));
    expect(highlight('b>c').sentences[0]).toContain('“B”');
  });

  it('is a circle all the way around, in the words the group gave it', () => {
    expect(highlight('l').ids).toEqual(new Set(['a', 'b', 'a>b', 'b>a']));
    expect(highlight('l').sentences).toHaveLength(2);
    expect(highlightTarget(map, [{ ...loop, sentence: 'It feeds itself.' }], 'l').sentences).toEqual([
      'It feeds itself.',
    ]);
  });

  it('is a card with what it leads to and comes from; a group is shown, not highlighted', () => {
    expect(highlight('c').ids).toEqual(new Set(['c', 'b>c', 'b']));
    expect(highlight('g')).toEqual({ ids: null, cards: ['a', 'd'], sentences: ['Time'] });
  });
});
