import { addFactors, addStrategy, createBoard, placeOnMap, readSnapshot } from '@coherence/board';
import { boxesTouch, cardSize } from '@coherence/picture';
import { expect, test } from 'vitest';
import { freePlaces } from './map-places.ts';

function boardWith(texts: readonly string[]) {
  const created = createBoard({ title: 'Board' });
  if (!created.ok) throw new Error(created.error.code);
  const added = addFactors(created.value, { texts: [...texts] }, { unit: null });
  if (!added.ok) throw new Error(added.error.code);
  return { doc: created.value, ids: added.value };
}

const words = 'State-level units use different needs assessment and planning strategies';

test('every waiting record gets a place that touches nothing, in the order asked for', () => {
  const { doc, ids } = boardWith(Array.from({ length: 30 }, (_, index) => `${words} ${index}`));
  const [first] = ids;
  if (first === undefined) throw new Error('no factor');
  placeOnMap(doc, [{ id: first, pos: [0, 0, 206] }]);
  const places = freePlaces(readSnapshot(doc), ids);
  expect(places.map(({ id }) => id)).toEqual(ids.slice(1));
  const boxes = [{ id: first, pos: [0, 0, 206] as const }, ...places].map(({ pos: [x, y, w] }) => ({
    x,
    y,
    ...cardSize({ text: `${words} 0`, kind: 'issue' }, w),
  }));
  boxes.forEach((box, at) => {
    for (const other of boxes.slice(at + 1)) expect(boxesTouch(box, other, 0)).toBe(false);
  });
});

test('what is on the map already, or gone, is left alone', () => {
  const { doc, ids } = boardWith(['a', 'b']);
  placeOnMap(doc, [{ id: ids[0] ?? '', pos: [5, 5, 206] }]);
  expect(freePlaces(readSnapshot(doc), [ids[0] ?? '', 'gone'])).toEqual([]);
});

test('a strategy finds a place as a factor does', () => {
  const { doc } = boardWith(['a']);
  const added = addStrategy(doc, { text: 'One shared needs assessment' });
  if (!added.ok) throw new Error(added.error.code);
  expect(freePlaces(readSnapshot(doc), [added.value])).toHaveLength(1);
});
