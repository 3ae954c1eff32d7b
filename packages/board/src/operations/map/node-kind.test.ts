import { expect, test } from 'vitest';
import { createBoard } from '../../create.ts';
import { mapOf } from '../../projections/map.ts';
import { readSnapshot } from '../../snapshot.ts';
import { addFactors } from '../factors/factor.ts';
import { placeOnMap } from './map.ts';
import { FACTOR_NODE_KINDS, setNodeKind } from './node-kind.ts';

function oneFactor() {
  const created = createBoard({ title: 'Board' });
  if (!created.ok) throw new Error(created.error.message);
  const doc = created.value;
  const cell = { row: 'interfering', column: 'roles' } as const;
  const added = addFactors(doc, { texts: ['a'], cell }, { unit: null });
  if (!added.ok) throw new Error(added.error.message);
  placeOnMap(doc, [{ id: added.value[0] ?? '', pos: [0, 0, 206] }]);
  const factor = () => {
    const [found] = readSnapshot(doc).factors;
    if (found === undefined) throw new Error('no factor');
    return found;
  };
  const kind = () => mapOf(readSnapshot(doc)).nodes[0]?.kind;
  return { doc, factor, kind };
}

test('from every kind to every kind', () => {
  for (const from of FACTOR_NODE_KINDS) {
    for (const to of FACTOR_NODE_KINDS) {
      const { doc, factor, kind } = oneFactor();
      setNodeKind(doc, factor().id, from);
      expect(setNodeKind(doc, factor().id, to).ok).toBe(true);
      expect(kind()).toBe(to);
    }
  }
});

test('changing the row keeps the column', () => {
  const { doc, factor } = oneFactor();
  setNodeKind(doc, factor().id, 'integrative');
  expect(factor().cell?.slice(0, 2)).toEqual(['integrative', 'roles']);
});

test('an outcome that becomes interfering again is back in its cell, at its place', () => {
  const { doc, factor } = oneFactor();
  const before = factor().cell;
  setNodeKind(doc, factor().id, 'outcome');
  setNodeKind(doc, factor().id, 'interfering');
  expect(factor().cell).toEqual(before);
});
