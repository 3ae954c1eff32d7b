import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { createBoard } from '../../create.ts';
import { mapOf } from '../../projections/map.ts';
import { readSnapshot } from '../../snapshot.ts';
import { addFactors } from '../factors/factor.ts';
import { editInfluence, addInfluence, removeInfluences, reverseInfluence } from './influence.ts';
import { takeOffMap } from './map.ts';

function boardWithTwo(): { doc: Y.Doc; a: string; b: string } {
  const made = createBoard({
    title: 'T',
    units: [
      { name: 'Teaching', id: 'tl' },
      { name: 'Finance', id: 'fin' },
    ],
  });
  if (!made.ok) throw new Error(made.error.code);
  const pos = [
    [0, 0, 206],
    [400, 0, 206],
  ] as [number, number, number][];
  const ids = addFactors(made.value, { texts: ['Turnover', 'Workload'], pos }, { unit: null });
  const [a = '', b = ''] = ids.ok ? ids.value : [];
  return { doc: made.value, a, b };
}

const links = (doc: Y.Doc) => mapOf(readSnapshot(doc)).links;

describe('link', () => {
  it('[LINK1] a source that says it again changes its own record only', () => {
    const { doc, a, b } = boardWithTwo();
    const first = addInfluence(doc, { from: a, to: b, polarity: '+' }, { unit: 'tl' });
    addInfluence(doc, { from: a, to: b, polarity: '+' }, { unit: 'fin' });
    expect(addInfluence(doc, { from: a, to: b, polarity: '-' }, { unit: 'tl' })).toEqual(first);
    expect(links(doc)).toHaveLength(1);
    expect(
      links(doc)[0]
        ?.records.map((record) => record.polarity)
        .sort(),
    ).toEqual(['+', '-']);
  });

  it('[LINK2] folds signs, strength and delay', () => {
    const { doc, a, b } = boardWithTwo();
    addInfluence(doc, { from: a, to: b, polarity: '?' }, { unit: null });
    expect(links(doc)[0]?.polarity).toBe('?');
    addInfluence(doc, { from: a, to: b, polarity: '+', strength: 3 }, { unit: 'tl' });
    expect(links(doc)[0]).toMatchObject({ polarity: '+', strength: 3, delay: false });
    addInfluence(doc, { from: a, to: b, polarity: '-', delay: true }, { unit: 'fin' });
    expect(links(doc)[0]).toMatchObject({ polarity: 'mixed', delay: true });
  });

  it('[LINK3] keeps a link whose end leaves the map', () => {
    const { doc, a, b } = boardWithTwo();
    addInfluence(doc, { from: a, to: b }, { unit: null });
    takeOffMap(doc, [b]);
    expect(links(doc)).toHaveLength(0);
    expect(readSnapshot(doc).influences).toHaveLength(1);
  });

  it('refuses loops to oneself and ends that are gone', () => {
    const { doc, a } = boardWithTwo();
    expect(addInfluence(doc, { from: a, to: a }, { unit: null })).toMatchObject({
      error: { code: 'self-link' },
    });
    expect(addInfluence(doc, { from: a, to: 'gone' }, { unit: null })).toMatchObject({
      error: { code: 'link-end-gone' },
    });
  });

  it('turns round, changes and goes', () => {
    const { doc, a, b } = boardWithTwo();
    const made = addInfluence(doc, { from: a, to: b, polarity: '+' }, { unit: null });
    const id = made.ok ? made.value : '';
    reverseInfluence(doc, id);
    editInfluence(doc, id, { delay: true, strength: 1 });
    expect(links(doc)[0]).toMatchObject({ from: b, to: a, polarity: '+', delay: true, strength: 1 });
    removeInfluences(doc, [id]);
    expect(links(doc)).toHaveLength(0);
  });
});
