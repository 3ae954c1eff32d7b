import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardFromFile } from '../create.ts';
import { createRecords, takeOut } from '../doc.ts';
import { readBoardFile } from '../file/board-file.ts';
import { ENTRIES_MAX, LIST_MAX } from '../schema/limits.ts';
import { readSnapshot } from '../snapshot.ts';
import { guardUpdate } from './guard.ts';

const MOST = LIST_MAX.units;

/** A server's board with so many units, and facilitators who have it. */
function board(count: number) {
  const units = Array.from({ length: count }, (_, at) => ({ id: `u${at}`, name: `Unit ${at}` }));
  const factors = [{ id: 'f', text: 'Said', kind: 'factor' }];
  const read = readBoardFile({ schema: 'coherence-board/1', units, factors });
  if (!read.ok) throw new Error('the file cannot be read');
  const server = boardFromFile(read.value);
  const facilitator = () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
    return doc;
  };
  const send = (doc: Y.Doc) => {
    const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server));
    const verdict = guardUpdate(Y.decodeUpdate(update), server, {
      role: 'facilitator',
      locked: false,
      step: 'sync-step-2',
    });
    if (verdict.ok) Y.applyUpdate(server, update);
    return verdict.ok ? 'taken' : `${verdict.error.code} ${verdict.error.lasting}`;
  };
  return { server, facilitator, send, count: () => readSnapshot(server).units.length };
}

const add = (doc: Y.Doc, ...names: readonly string[]) =>
  createRecords(
    doc,
    names.map((name) => ({ root: 'units', id: name, fields: { name, rank: 'a0' } })),
  );

describe('[BOUND1] a list of the board', () => {
  it('takes what it has room for, and refuses for good what would be more', () => {
    const { facilitator, send, count } = board(MOST - 2);
    const [one, other] = [facilitator(), facilitator()];
    add(one, 'a', 'b');
    add(other, 'c');
    expect([send(one), send(other), count()]).toEqual(['taken', 'too-large true', MOST]);
  });

  it('has room again when something is taken off, also in the same change', () => {
    const { facilitator, send, count } = board(MOST);
    const both = facilitator();
    takeOut(both, 'units', ['u0', 'u1']);
    add(both, 'a');
    expect([send(both), count()]).toEqual(['taken', MOST - 1]);
    const back = facilitator();
    takeOut(back, 'units', ['a']);
    (back.getMap('units').get('u0') as Y.Map<unknown>).set('in', back.clientID);
    (back.getMap('units').get('u1') as Y.Map<unknown>).set('in', back.clientID);
    expect([send(back), count()]).toEqual(['taken', MOST]);
    const more = facilitator();
    (more.getMap('units').get('a') as Y.Map<unknown>).set('in', more.clientID);
    expect([send(more), count()]).toEqual(['too-large true', MOST]);
  });

  it('that has too many from before can be changed and shortened, and grows no more', () => {
    const { facilitator, send, count } = board(MOST + 10);
    const renamed = facilitator();
    (renamed.getMap('units').get('u3') as Y.Map<unknown>).set('name', 'Renamed');
    (renamed.getMap('units').get('u3') as Y.Map<unknown>).set('in', renamed.clientID);
    takeOut(renamed, 'units', ['u0']);
    expect([send(renamed), count()]).toEqual(['taken', MOST + 9]);
    const more = facilitator();
    add(more, 'a');
    expect([send(more), count()]).toEqual(['too-large true', MOST + 9]);
  });

  it('counts what is taken off once, however often the change says so', () => {
    const { facilitator, send } = board(MOST);
    const twice = facilitator();
    for (let times = 0; times < 3; times += 1) {
      (twice.getMap('units').get('u0') as Y.Map<unknown>).set('in', twice.clientID);
      takeOut(twice, 'units', ['u0']);
    }
    add(twice, 'a', 'b');
    expect(send(twice)).toBe('too-large true');
  });
});

describe('[BOUND1] a list in one record', () => {
  const named = (count: number) =>
    Array.from({ length: count }, (_, at) => [`s${at}`, { unit: null }] as const);

  it.each([
    [ENTRIES_MAX, 'taken'],
    [ENTRIES_MAX + 1, 'too-large true'],
  ])('of %i sources of a factor', (count, expected) => {
    const { facilitator, send } = board(1);
    const doc = facilitator();
    const sources = new Y.Map<unknown>(named(count));
    doc.transact(() => (doc.getMap('factors').get('f') as Y.Map<unknown>).set('sources', sources));
    expect(send(doc)).toBe(expected);
  });

  it.each([
    [ENTRIES_MAX, 'taken'],
    [ENTRIES_MAX + 1, 'too-long true'],
  ])('of %i people of a recorded vote', (count, expected) => {
    const { facilitator, send } = board(1);
    const doc = facilitator();
    const recorded = Array.from({ length: count }, (_, at) => ({
      name: `P ${at}`,
      unit: 'u0',
      choice: 'yes',
    }));
    createRecords(doc, [
      {
        root: 'voteRounds',
        id: 'v',
        fields: { method: 'recorded', recorded, imported: true },
        text: 'Shall we?',
      },
    ]);
    expect(send(doc)).toBe(expected);
  });
});
