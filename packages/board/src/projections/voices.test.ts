import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardFromFile, createBoard } from '../create.ts';
import { boardFileSchema } from '../file/board-file.ts';
import { toBoardFile } from '../file/to-file.ts';
import { addFactors } from '../operations/factors/factor.ts';
import { addInfluence } from '../operations/map/influence.ts';
import { readSnapshot } from '../snapshot.ts';
import { mapOf } from './map.ts';
import { breakoutsNaming, voicesOf } from './voices.ts';

const ROOM_1 = { id: 'r1', name: 'Room 1' };
const ROOM_2 = { id: 'r2', name: 'Room 2' };
const ROOM_10 = { id: 'r10', name: 'Room 10' };

function boardWithTwo() {
  const made = createBoard({ title: 'T', units: [{ name: 'Teaching', id: 'tl' }] });
  if (!made.ok) throw new Error(made.error.code);
  const pos: [number, number, number][] = [
    [0, 0, 206],
    [400, 0, 206],
  ];
  const added = addFactors(made.value, { texts: ['Turnover', 'Workload'], pos }, { unit: null });
  const [from = '', to = ''] = added.ok ? added.value : [];
  return { doc: made.value, from, to, arrow: () => mapOf(readSnapshot(made.value)).links[0] };
}

describe('links that rooms name', () => {
  it('[LINK4] a breakout has one voice on a link, no matter who of it names the link; a second breakout has its own', () => {
    const { doc, from, to, arrow } = boardWithTwo();
    const first = addInfluence(doc, { from, to, polarity: '+' }, { unit: 'tl', room: ROOM_1 });
    expect(addInfluence(doc, { from, to, polarity: '-' }, { unit: 'fin', room: ROOM_1 })).toEqual(first);
    addInfluence(doc, { from, to, polarity: '+' }, { unit: 'tl', room: ROOM_2 });
    expect(arrow()?.records).toHaveLength(2);
    expect(breakoutsNaming(arrow()?.records ?? [])).toEqual([
      { ...ROOM_1, polarity: '-' },
      { ...ROOM_2, polarity: '+' },
    ]);
    expect(arrow()?.polarity).toBe('mixed');
    expect(arrow()?.records.map(({ source }) => source)).toEqual([
      { kind: 'unit', id: 'tl' },
      { kind: 'unit', id: 'tl' },
    ]);
  });

  it('[LINK4] what a unit said by itself and what its people said in a room are two', () => {
    const { doc, from, to, arrow } = boardWithTwo();
    addInfluence(doc, { from, to, polarity: '+' }, { unit: 'tl' });
    addInfluence(doc, { from, to, polarity: '+' }, { unit: 'tl', room: ROOM_1 });
    expect(voicesOf(arrow()?.records ?? [])).toBe(2);
    expect(breakoutsNaming(arrow()?.records ?? [])).toHaveLength(1);
  });

  it('[LINK4] two of a room who name it at once are one voice, with both signs', () => {
    const { doc, from, to } = boardWithTwo();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    addInfluence(doc, { from, to, polarity: '+' }, { unit: 'tl', room: ROOM_1 });
    addInfluence(other, { from, to, polarity: '-' }, { unit: 'fin', room: ROOM_1 });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    const records = mapOf(readSnapshot(doc)).links[0]?.records ?? [];
    expect(records).toHaveLength(2);
    expect(voicesOf(records)).toBe(1);
    expect([voicesOf(records, '+'), voicesOf(records, '-'), voicesOf(records, '?')]).toEqual([1, 1, 0]);
    expect(breakoutsNaming(records)).toEqual([{ ...ROOM_1, polarity: 'mixed' }]);
  });

  it('are counted by number, not by letter, and a room without a name stays one', () => {
    const said = (room: typeof ROOM_1, id: string) => ({ id, room, polarity: '+' as const });
    const nameless = { id: 'r0', name: '' };
    const all = [said(ROOM_10, 'a'), said(ROOM_2, 'b'), said(nameless, 'c'), said(ROOM_2, 'd')];
    expect(breakoutsNaming(all).map(({ id }) => id)).toEqual(['r0', 'r2', 'r10']);
  });

  it('[LINK4] [FILE1] are in a file with their rooms, and a file or board that knows no rooms reads as before', () => {
    const { doc, from, to } = boardWithTwo();
    addInfluence(doc, { from, to, polarity: '+' }, { unit: 'tl', room: ROOM_1 });
    const file = toBoardFile(readSnapshot(doc));
    expect(file.influences[0]?.room).toEqual(ROOM_1);
    expect(toBoardFile(readSnapshot(boardFromFile(file))).influences).toEqual(file.influences);
    const old = JSON.stringify(file, (key, value: unknown) => (key === 'room' ? undefined : value));
    expect(old).not.toContain('Room 1');
    const read = readSnapshot(boardFromFile(boardFileSchema.parse(JSON.parse(old))));
    expect(read.influences[0]).toMatchObject({ room: null, source: { kind: 'unit', id: 'tl' } });
  });

  it('[READ2] a room that is none is skipped with its record and counted', () => {
    const { doc, from, to, arrow } = boardWithTwo();
    addInfluence(doc, { from, to, polarity: '+' }, { unit: 'tl', room: ROOM_1 });
    const said = addInfluence(doc, { from, to, polarity: '-' }, { unit: 'tl', room: ROOM_2 });
    const record = doc.getMap('influences').get(said.ok ? said.value : '') as Y.Map<unknown>;
    for (const room of [7, { id: 'x' }, { id: '', name: 'Room 3' }, { id: 'x', name: 5 }]) {
      record.set('room', room);
      expect(readSnapshot(doc).invalid).toBe(1);
      expect(arrow()).toMatchObject({ polarity: '+', records: [{ room: ROOM_1 }] });
    }
    record.set('room', { id: 'gone', name: 'Room 9', more: 1 });
    expect(breakoutsNaming(arrow()?.records ?? []).map(({ name }) => name)).toEqual(['Room 1', 'Room 9']);
  });
});
