import {
  addFactors,
  mergeIntoBoard,
  openUndo,
  readSnapshot,
  toBoardFile,
  type BoardFile,
} from '@coherence/board';
import { PIECE_BYTES, splitUpdate } from '@coherence/protocol';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openHarness } from './testing/room-harness.ts';

const FACTORS = 300;
const textOf = (index: number) => `What stands in the way, number ${index}, ${'and so on '.repeat(60)}`;

/** A file with many cards and links, as another board would write it. */
function largeFile(): BoardFile {
  const board = new Y.Doc();
  addFactors(board, { texts: ['like the others'] }, { unit: null });
  const file = toBoardFile(readSnapshot(board));
  const [factor] = file.factors;
  const factors = Array.from({ length: FACTORS }, (_, index) => ({
    ...factor,
    id: `f${index}`,
    text: textOf(index),
    no: index + 1,
  }));
  const influences = factors.slice(1).map(({ id }, index) => ({
    id: `i${index}`,
    from: `f${index}`,
    to: id,
    source: null,
    room: null,
    polarity: '+' as const,
    strength: null,
    delay: false,
    note: null,
  }));
  return { ...file, factors, influences } as unknown as BoardFile;
}

describe('[PIECE1] a file of 300 factors and their links, merged into a board', () => {
  it('arrives in pieces, each of which is a board that can be read; is saved; and is one step of undo', async () => {
    const { clock, room, tab } = await openHarness();
    const [author, reader] = [tab('author', 'facilitator'), tab('reader')];
    await clock.advance(50);
    const { invalid } = readSnapshot(reader.doc);
    const undo = openUndo(author.doc);
    const whole: Uint8Array[] = [];
    const send = author.sendUpdate.bind(author);
    author.sendUpdate = (update) => {
      whole.push(update);
      for (const piece of splitUpdate(update)) send(piece);
    };
    const seen: number[] = [];
    reader.doc.on('afterTransaction', () => {
      const board = readSnapshot(reader.doc);
      expect(board.invalid).toBe(invalid);
      seen.push(board.factors.length);
    });
    undo.step(() => mergeIntoBoard(author.doc, largeFile(), 0));
    await clock.advance(5_000);
    expect(whole.some(({ length }) => length > PIECE_BYTES)).toBe(true);
    expect(Math.max(...reader.peer.of('update').map(({ update }) => update.length))).toBeLessThan(
      PIECE_BYTES * 1.5,
    );
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect([seen.length > 2, seen.at(-1)]).toEqual([true, FACTORS]);
    expect([author.acked, author.peer.of('nack'), author.peer.closedWith]).toEqual([
      author.counted,
      [],
      null,
    ]);
    const board = await room.read(readSnapshot);
    expect([board.factors.length, board.influences.length]).toEqual([FACTORS, FACTORS - 1]);
    const numbers = board.factors.toSorted((a, b) => (a.no ?? 0) - (b.no ?? 0)).map(({ text }) => text);
    expect(numbers.slice(0, 3)).toEqual([0, 1, 2].map(textOf));
    undo.undo();
    await clock.advance(5_000);
    expect([(await room.read(readSnapshot)).factors.length, undo.canUndo]).toEqual([0, false]);
    undo.redo();
    await clock.advance(5_000);
    expect((await room.read(readSnapshot)).factors.length).toBe(FACTORS);
    expect(author.acked).toBe(author.counted);
  });
});
