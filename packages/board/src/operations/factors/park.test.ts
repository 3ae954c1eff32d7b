import { describe, expect, it } from 'vitest';
import { boardFromFile } from '../../create.ts';
import { boardFileSchema } from '../../file/board-file.ts';
import { toBoardFile } from '../../file/to-file.ts';
import { readSnapshot } from '../../snapshot.ts';
import { openUndo } from '../../undo.ts';
import { mergeFactors } from './merge.ts';
import { bringBack, parkFactor } from './park.ts';
import { writeText } from '../../writing/text.ts';

const board = () =>
  boardFromFile(
    boardFileSchema.parse({
      schema: 'coherence-board/1',
      factors: [
        { id: 'a', text: 'Buses', kind: 'factor', cell: ['interfering', 'roles', 'a0'] },
        { id: 'b', text: 'Late buses', kind: 'factor' },
      ],
    }),
  );

describe('parking a factor', () => {
  it('[PARK1] keeps its words for the minutes and takes it off the board, in one undo step', () => {
    const doc = board();
    const undo = openUndo(doc);
    undo.step(() => parkFactor(doc, 'a', 5));
    expect(readSnapshot(doc).factors.map(({ id }) => id)).toEqual(['b']);
    expect(readSnapshot(doc).notes).toMatchObject([{ kind: 'parked', text: 'Buses', at: 5, about: ['a'] }]);
    undo.undo();
    expect(readSnapshot(doc).factors).toHaveLength(2);
    expect(readSnapshot(doc).notes).toEqual([]);
    expect(parkFactor(doc, 'gone', 0)).toMatchObject({ ok: false, error: { code: 'factor-gone' } });
  });

  it('[PARK1] keeps the words that were merged into it too, as long as a note has room', () => {
    const doc = board();
    mergeFactors(doc, 'a', ['b']);
    parkFactor(doc, 'a', 5);
    expect(readSnapshot(doc).notes).toMatchObject([{ text: 'Buses / Late buses' }]);

    const long = board();
    writeText(long, 'factors', 'b', 'x'.repeat(2000));
    mergeFactors(long, 'a', ['b']);
    expect(parkFactor(long, 'a', 5).ok).toBe(true);
    expect(readSnapshot(long).notes).toMatchObject([{ text: 'Buses' }]);
  });

  it('[PARK2] is taken back by any person, with its cell and what was merged into it', () => {
    const doc = board();
    mergeFactors(doc, 'a', ['b']);
    const before = readSnapshot(doc);
    const note = parkFactor(doc, 'a', 5);
    if (!note.ok) throw new Error(note.error.code);
    expect(readSnapshot(doc).factors).toEqual([]);
    expect(bringBack(doc, note.value)).toEqual({ ok: true, value: ['a'] });
    expect(readSnapshot(doc)).toEqual(before);
    expect(bringBack(doc, note.value)).toMatchObject({ ok: false });
  });

  it('[PARK2] on a board from a file the words of the note become a factor again', () => {
    const doc = board();
    parkFactor(doc, 'a', 5);
    const copy = boardFromFile(toBoardFile(readSnapshot(doc)));
    const [note] = readSnapshot(copy).notes;
    expect(bringBack(copy, note?.id ?? '').ok).toBe(true);
    expect(readSnapshot(copy).factors.map(({ text }) => text)).toContain('Buses');
  });
});
