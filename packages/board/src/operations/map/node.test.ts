import { expect, test } from 'vitest';
import { createBoard } from '../../create.ts';
import { mapOf } from '../../projections/map.ts';
import { readSnapshot } from '../../snapshot.ts';
import { openUndo } from '../../undo.ts';
import { addFactors } from '../factors/factor.ts';
import { placeOnMap } from './map.ts';
import { FACTOR_NODE_KINDS, NODE_KINDS } from '../../schema/node-kind.ts';
import { addNode, addNodes, removeNodes, setNodeKind } from './node.ts';

function oneFactor() {
  const created = createBoard({ title: 'Board' });
  if (!created.ok) throw new Error(created.error.code);
  const doc = created.value;
  const cell = { row: 'interfering', column: 'roles' } as const;
  const added = addFactors(doc, { texts: ['a'], cell }, { unit: null });
  if (!added.ok) throw new Error(added.error.code);
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

test.each(NODE_KINDS)('a new node is of the kind that was asked for: %s', (kind) => {
  const board = createBoard({ title: 'Board' });
  if (!board.ok) throw new Error(board.error.code);
  const added = addNode(board.value, { kind, text: 'Words', pos: [10, 20, 206] }, { unit: null });
  const [node, ...others] = mapOf(readSnapshot(board.value)).nodes;
  expect(node).toMatchObject({ id: added.ok && added.value, kind, text: 'Words', pos: [10, 20, 206] });
  expect(others).toEqual([]);
});

test('nodes of every kind go, and one undo brings them back', () => {
  const board = createBoard({ title: 'Board' });
  if (!board.ok) throw new Error(board.error.code);
  const doc = board.value;
  for (const kind of NODE_KINDS) addNode(doc, { kind, text: kind, pos: [0, 0, 206] }, { unit: null });
  const nodes = () => mapOf(readSnapshot(doc)).nodes;
  const undo = openUndo(doc);
  undo.step(() => removeNodes(doc, nodes()));
  expect(nodes()).toEqual([]);
  undo.undo();
  expect(
    nodes()
      .map(({ text }) => text)
      .sort(),
  ).toEqual([...NODE_KINDS].sort());
});

test.each(NODE_KINDS)('a list of %s is added in its order, and numbered in it', (kind) => {
  const board = createBoard({ title: 'Board' });
  if (!board.ok) throw new Error(board.error.code);
  const texts = ['one', 'two', 'three', 'four', 'five'];
  const pos = texts.map((_, at): [number, number, number] => [at, 0, 206]);
  const added = addNodes(board.value, { kind, texts, pos }, { unit: null });
  const nodes = mapOf(readSnapshot(board.value)).nodes.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const ids = nodes.map(({ id }) => id);
  expect(nodes.map(({ text }) => text)).toEqual(texts);
  expect(added).toEqual({ ok: true, value: ids });
  if (kind !== 'strategy') expect(ids).toEqual(ids.toSorted());
});
