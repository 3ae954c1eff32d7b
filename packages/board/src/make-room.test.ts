import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoard } from './create.ts';
import { toBoardFile } from './file/to-file.ts';
import { makeRoom, withRemoved } from './make-room.ts';
import { addFactors, removeFactors } from './operations/factors/factor.ts';
import { numberNewFactors } from './operations/factors/number.ts';
import { addDrawing, removeDrawings } from './operations/map/drawing.ts';
import { putIn } from './doc.ts';
import { readSession, writeSession } from './session/session.ts';
import { readSnapshot } from './snapshot.ts';

const bytes = (doc: Y.Doc): number => Y.encodeStateAsUpdate(doc).length;
const texts = (doc: Y.Doc) => readSnapshot(doc).factors.map(({ text }) => text);

function fullBoard() {
  const made = createBoard({ title: 'T' });
  if (!made.ok) throw new Error(made.error.code);
  const doc = made.value;
  const added = addFactors(doc, { texts: ['Stays', 'Taken off'] }, { unit: null });
  const [stays = '', off = ''] = added.ok ? added.value : [];
  numberNewFactors(doc);
  removeFactors(doc, [off]);
  const record = doc.getMap('factors').get(stays) as Y.Map<unknown>;
  record.set('pad', 'x'.repeat(90_000));
  doc.getMap('meta').set('pad', 'x'.repeat(9_000));
  doc.getMap('no root').set('pad', 'x'.repeat(9_000));
  const drawn = addDrawing(doc, {
    kind: 'pen',
    pos: [0, 0, 200],
    points: Array.from({ length: 900 }, (_, at) => at / 3),
  });
  if (drawn.ok) removeDrawings(doc, [drawn.value]);
  return { doc, off };
}

describe('making room', () => {
  it('[ROOM4] leaves out what nothing shows, and says the same in fewer bytes', () => {
    const { doc, off } = fullBoard();
    const lean = makeRoom(doc, { keepsRemoved: true });
    expect(toBoardFile(readSnapshot(lean))).toEqual(toBoardFile(readSnapshot(doc)));
    expect(bytes(lean)).toBeLessThan(1_000);
    expect(bytes(doc)).toBeGreaterThan(90_000);
    putIn(lean, 'factors', [off]);
    expect(texts(lean).toSorted()).toEqual(['Stays', 'Taken off']);
    expect(lean.getMap('drawings').size).toBe(0);
  });

  it('[ROOM4] leaves no trace of what it leaves out, and no longer says that the board is full', () => {
    const { doc } = fullBoard();
    writeSession(doc, { full: 100 });
    for (const keepsRemoved of [true, false]) {
      const lean = makeRoom(doc, { keepsRemoved });
      expect([Y.snapshot(lean).ds.clients.size, readSession(lean).full]).toEqual([0, 0]);
    }
    expect(readSession(doc).full).toBe(100);
  });

  it('[ROOM4] what was taken off may go to a version instead, from which it can be had again', () => {
    const { doc } = fullBoard();
    const file = withRemoved(doc);
    expect(file.factors.map(({ text }) => text).toSorted()).toEqual(['Stays', 'Taken off']);
    const lean = makeRoom(doc, { keepsRemoved: false });
    expect([texts(lean), lean.getMap('factors').size]).toEqual([['Stays'], 1]);
  });
});
