import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardFromFile } from '../../create.ts';
import { boardFileSchema } from '../../file/board-file.ts';
import { toBoardFile } from '../../file/to-file.ts';
import { guardUpdate } from '../../guard/guard.ts';
import { placedTwice } from '../../projections/placed-twice.ts';
import { readSnapshot } from '../../snapshot.ts';
import { randomFrom, network } from '../../testing/replicas.ts';
import { openUndo } from '../../undo.ts';
import { placeFactor, settlePlace } from './placing.ts';

const START = boardFromFile(
  boardFileSchema.parse({
    schema: 'coherence-board/1',
    factors: [{ id: 'f', text: 'Buses', kind: 'factor' }],
  }),
);

function pair() {
  const { docs, deliverAll } = network(2, randomFrom(1), Y.encodeStateAsUpdate(START));
  const [a, b] = docs as [Y.Doc, Y.Doc];
  return { a, b, sync: deliverAll };
}

const cellOf = (doc: Y.Doc) => readSnapshot(doc).factors[0]?.cell?.slice(0, 2);
const roles = { id: 'f', row: 'interfering', column: 'roles', phase: 'p' } as const;
const strategies = { ...roles, column: 'strategies' } as const;

describe('placing dealt factors', () => {
  it('[PLACE1] two people who put one factor into different cells are both heard, on every screen', () => {
    const { a, b, sync } = pair();
    placeFactor(a, { ...roles, by: 'dana' });
    placeFactor(b, { ...strategies, by: 'lee' });
    sync();
    expect(placedTwice(readSnapshot(a), 'p')).toEqual([
      {
        id: 'f',
        text: 'Buses',
        no: 1,
        places: [
          { row: 'interfering', column: 'roles', by: ['dana'] },
          { row: 'interfering', column: 'strategies', by: ['lee'] },
        ],
      },
    ]);
    expect(placedTwice(readSnapshot(b), 'p')).toEqual(placedTwice(readSnapshot(a), 'p'));
    expect(placedTwice(readSnapshot(a), 'earlier')).toEqual([]);
  });

  it('[PLACE1] the same cell twice, or another one by the same person, is no difference', () => {
    const { a, b, sync } = pair();
    placeFactor(a, { ...strategies, by: 'dana' });
    placeFactor(a, { ...roles, by: 'dana' });
    sync();
    placeFactor(b, { ...roles, by: 'lee' });
    expect(placedTwice(readSnapshot(b), 'p')).toEqual([]);
    expect(cellOf(b)).toEqual(['interfering', 'roles']);
  });

  it('[PLACE2] placing is one undo step, and so is settling', () => {
    const { a, b, sync } = pair();
    const undo = openUndo(a);
    undo.step(() => placeFactor(a, { ...roles, by: 'dana' }));
    undo.undo();
    expect(readSnapshot(a).factors[0]).toMatchObject({ cell: null, placings: {} });
    undo.redo();
    sync();
    placeFactor(b, { ...strategies, by: 'lee' });
    sync();
    undo.step(() => settlePlace(a, roles));
    expect(placedTwice(readSnapshot(a), 'p')).toEqual([]);
    expect(cellOf(a)).toEqual(['interfering', 'roles']);
    undo.undo();
    expect(placedTwice(readSnapshot(a), 'p')).toHaveLength(1);
  });

  it('[PLACE3] who placed what is in no file', () => {
    const { a } = pair();
    placeFactor(a, { ...roles, by: 'dana' });
    expect(JSON.stringify(toBoardFile(readSnapshot(a)))).not.toContain('dana');
  });

  it('[GUARD1] takes merges and placings, and nothing nested in their stead', () => {
    const { a, b } = pair();
    const before = Y.encodeStateVector(a);
    placeFactor(a, { ...roles, by: 'dana' });
    a.getMap<Y.Map<unknown>>('factors').get('f')?.set('into', 'other');
    const judge = (doc: Y.Doc) =>
      guardUpdate(Y.decodeUpdate(Y.encodeStateAsUpdate(doc, before)), START, {
        role: 'participant',
        locked: false,
        step: 'update',
      });
    expect(judge(a)).toMatchObject({ ok: true });
    const nested = new Y.Map([['x', new Y.Map([['y', new Y.Map([['z', 1]])]])]]);
    b.getMap<Y.Map<unknown>>('factors').get('f')?.set('at:dana', nested);
    expect(judge(b)).toMatchObject({ error: { code: 'content' } });
  });
});
