import type { BoardMap, Loop } from '@coherence/board';
import '@coherence/words/testing';
import { describe, expect, it } from 'vitest';
import { litTarget } from './lit-target.ts';

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
const lit = (id: string | null) => litTarget(map, [loop], id);

describe('what is lit on the map', () => {
  it('is nothing without a target, or for one that is gone', () => {
    expect(lit(null).ids).toBeNull();
    expect(lit('gone').ids).toBeNull();
  });

  it('is a link with both ends and its sentence, by arrow or by record', () => {
    expect([...(lit('b>c').ids ?? [])]).toEqual(['b', 'c', 'b>c']);
    expect(lit('i-bc')).toEqual(lit('b>c'));
    expect(lit('b>c').sentences[0]).toContain('“B”');
  });

  it('is a circle all the way around, in the words the group gave it', () => {
    expect(lit('l').ids).toEqual(new Set(['a', 'b', 'a>b', 'b>a']));
    expect(lit('l').sentences).toHaveLength(2);
    expect(litTarget(map, [{ ...loop, sentence: 'It feeds itself.' }], 'l').sentences).toEqual([
      'It feeds itself.',
    ]);
  });

  it('is a card with what it leads to and comes from; a group is shown, not lit', () => {
    expect(lit('c').ids).toEqual(new Set(['c', 'b>c', 'b']));
    expect(lit('g')).toEqual({ ids: null, cards: ['a', 'd'], sentences: ['Time'] });
  });
});
