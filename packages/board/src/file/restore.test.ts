import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardFromFile, createBoard } from '../create.ts';
import { renewBoard } from '../generation.ts';
import { boardFileSchema, type BoardFile } from './board-file.ts';
import { toBoardFile } from './to-file.ts';
import { createRecords, rootOf } from '../doc.ts';
import { readSession, writeSession } from '../session/session.ts';
import { readSnapshot } from '../snapshot.ts';
import { actOnce } from '../testing/person.ts';
import { randomFrom, network, type Random } from '../testing/replicas.ts';
import { openUndo } from '../undo.ts';
import { setMeta } from '../operations/board.ts';
import { addDrawing, appendStroke } from '../operations/map/drawing.ts';
import { addFactors, moveFactors, removeFactors } from '../operations/factors/factor.ts';
import { addInfluence as linkFactors } from '../operations/map/influence.ts';
import { mergeFactors, splitFactor } from '../operations/factors/merge.ts';
import { addNote, removeNotes, setNoteKind } from '../operations/note.ts';
import { numberNewFactors } from '../operations/factors/number.ts';
import { restoreTo } from './restore.ts';
import { addUnits } from '../operations/units/units.ts';
import { editText, writeText } from '../writing/text.ts';

const ACTOR = { unit: 'tl' };
const read = (doc: Y.Doc): BoardFile =>
  boardFileSchema.parse(JSON.parse(JSON.stringify(toBoardFile(readSnapshot(doc)))));

function board(): Y.Doc {
  const created = createBoard({ title: 'T', units: [{ name: 'Teaching', id: 'tl' }] });
  if (!created.ok) throw new Error(created.error.code);
  return created.value;
}

function add(doc: Y.Doc, text: string): string {
  const added = addFactors(doc, { texts: [text], cell: { row: 'interfering', column: 'roles' } }, ACTOR);
  numberNewFactors(doc);
  return (added.ok ? added.value[0] : undefined) ?? '';
}

/** Bytes of updates that a change sends to others. */
function bytesOf(doc: Y.Doc, change: () => void): number {
  let bytes = 0;
  const count = (update: Uint8Array) => (bytes += update.length);
  doc.on('update', count);
  change();
  doc.off('update', count);
  return bytes;
}

/** What people do, and what only some operations do. */
function actMore(doc: Y.Doc, random: Random): void {
  const { factors, notes, merged } = readSnapshot(doc);
  const [one, two] = [random.pick(factors)?.id, random.pick(factors)?.id];
  const note = random.pick(notes)?.id;
  const part = random.pick(merged);
  const acts: (() => unknown)[] = [
    () =>
      addNote(doc, {
        kind: 'parked',
        text: `note ${random.below(99)}`,
        at: random.below(1000),
        about: one === undefined ? [] : [one],
      }),
    () => setMeta(doc, { question: `Q${random.below(9)}` }),
    () => addUnits(doc, [{ name: `Unit ${random.below(5)}` }]),
  ];
  if (note !== undefined)
    acts.push(
      () => removeNotes(doc, [note]),
      () => setNoteKind(doc, note, 'decision'),
    );
  if (one !== undefined && two !== undefined) acts.push(() => mergeFactors(doc, one, [two]));
  if (part?.into !== null && part !== undefined)
    acts.push(() => splitFactor(doc, String(part.into), part.id));
  random.pick(acts)?.();
}

const link = (doc: Y.Doc, from: string, to: string) => linkFactors(doc, { from, to, polarity: '+' }, ACTOR);
const withoutRounds = (file: BoardFile) => ({ ...file, voteRounds: [] });

describe('restoreTo', () => {
  it('[RESTORE1] the board then says what the file says, whatever happened in between', () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const random = randomFrom(seed);
      const doc = board();
      const files: BoardFile[] = [];
      for (let step = 0; step < 120; step += 1) {
        if (random.below(3) === 0) actMore(doc, random);
        else actOnce(doc, random, () => `w${random.below(50)} `);
        numberNewFactors(doc);
        if (random.below(15) === 0) files.push(read(doc));
        const file = random.below(12) === 0 ? random.pick(files) : undefined;
        if (file === undefined) continue;
        restoreTo(doc, file);
        expect(read(doc), `seed ${seed} step ${step}`).toEqual(file);
      }
    }
  });

  it('[RESTORE1] also in a new generation, where what was taken out is gone', () => {
    const random = randomFrom(5);
    const doc = board();
    for (let step = 0; step < 60; step += 1) actOnce(doc, random, () => `w${step}`);
    numberNewFactors(doc);
    const file = read(doc);
    removeFactors(
      doc,
      file.factors.map(({ id }) => id),
    );
    const renewed = renewBoard(doc);
    restoreTo(renewed, file);
    expect(read(renewed)).toEqual(file);
    const elsewhere = boardFromFile(read(board()));
    restoreTo(elsewhere, file);
    expect(read(elsewhere)).toEqual(file);
  });

  it('[RESTORE2] writes nothing where nothing differs, and claims only what it changes', () => {
    const random = randomFrom(7);
    const doc = board();
    for (let step = 0; step < 80; step += 1) actOnce(doc, random, () => `w${step}`);
    const file = read(doc);
    expect(bytesOf(doc, () => restoreTo(doc, file))).toBe(0);

    const [kept, changed] = [add(doc, 'stays as it is'), add(doc, 'is reworded')];
    const two = read(doc);
    writeText(doc, 'factors', changed, 'was reworded');
    const inOf = (id: string) => (rootOf(doc, 'factors').get(id) as Y.Map<unknown>).get('in');
    const before = inOf(kept);
    doc.clientID += 1;
    restoreTo(doc, two);
    expect(inOf(kept)).toBe(before);
    expect(inOf(changed)).toBe(doc.clientID);
  });

  it('[RESTORE2] changes words by the smallest edit: what a person types elsewhere in them survives', () => {
    const { docs, deliverAll } = network(2, randomFrom(1), Y.encodeStateAsUpdate(board()));
    const [server, dana] = docs;
    if (server === undefined || dana === undefined) throw new Error('no replicas');
    const id = add(server, 'Late money hurts schools');
    deliverAll();
    const file = read(server);
    writeText(server, 'factors', id, 'Early money hurts schools');
    deliverAll();
    editText(dana, 'factors', id, { at: 25, remove: 0, insert: ' a lot' });
    restoreTo(server, file);
    deliverAll();
    for (const doc of docs) expect(read(doc).factors[0]?.text).toBe('Late money hurts schools a lot');
  });

  it('[RESTORE2] leaves a link of a removed factor for the undo of that, unless the restored board would show it', () => {
    const doc = board();
    const [one, two, other] = [add(doc, 'one'), add(doc, 'two'), add(doc, 'other')];
    const bare = read(doc);
    link(doc, one, two);
    const undo = openUndo(doc);
    undo.step(() => removeFactors(doc, [two]));
    const file = read(doc);
    removeFactors(doc, [other]);
    restoreTo(doc, file);
    expect(read(doc)).toEqual(file);
    undo.undo();
    expect(read(doc).influences).toHaveLength(1);
    removeFactors(doc, [two]);
    restoreTo(doc, bare);
    expect(read(doc)).toEqual(bare);
    undo.destroy();
  });

  it('[RESTORE3] takes out and deletes nothing: what came later is there with all its words when restored again', () => {
    const doc = board();
    add(doc, 'first');
    const early = read(doc);
    const id = add(doc, 'second');
    moveFactors(doc, { ids: [id], row: 'integrative', column: 'roles', before: null });
    const stroke = addDrawing(doc, { kind: 'pen', pos: [0, 0, 100], points: [0, 0, 5, 5] });
    if (stroke.ok) appendStroke(doc, stroke.value, [6, 6, 7, 7]);
    const late = read(doc);
    restoreTo(doc, early);
    expect(read(doc)).toEqual(early);
    // One who types in it brings it back, as after any removal.
    editText(doc, 'factors', id, { at: 6, remove: 0, insert: '!' });
    expect(
      read(doc)
        .factors.map(({ text }) => text)
        .sort(),
    ).toEqual(['first', 'second!']);
    restoreTo(doc, late);
    expect(read(doc)).toEqual(late);
  });

  it('[RESTORE4] leaves the session and closed votes alone, and brings a lost round back', () => {
    const doc = board();
    const id = add(doc, 'first');
    const round = (name: string) => ({
      root: 'voteRounds' as const,
      id: name,
      fields: { method: 'dots', results: { [id]: 3 } },
      text: name,
    });
    createRecords(doc, [round('before')]);
    const file = read(doc);
    createRecords(doc, [round('after')]);
    (rootOf(doc, 'voteRounds').get('before') as Y.Map<unknown>).delete('in');
    writeSession(doc, { paused: true });
    const session = readSession(doc);
    restoreTo(doc, file);
    expect(read(doc).voteRounds.map(({ id: name }) => name)).toEqual(['after', 'before']);
    expect(readSession(doc)).toEqual(session);
    expect(withoutRounds(read(doc))).toEqual(withoutRounds(file));
  });

  it('[RESTORE4] keeps numbers: none is given twice, none changes', () => {
    const doc = board();
    add(doc, 'first');
    const file = read(doc);
    const second = add(doc, 'second');
    restoreTo(doc, { ...file, factors: file.factors.map((factor) => ({ ...factor, no: 7 })) });
    expect(read(doc).factors.map(({ no }) => no)).toEqual([1]);
    const third = add(doc, 'third');
    restoreTo(doc, file);
    expect([second, third]).not.toContain('');
    expect(add(doc, 'fourth')).not.toBe('');
    expect(
      read(doc)
        .factors.map(({ no }) => no)
        .sort(),
    ).toEqual([1, 4]);
  });

  it('[RESTORE5] keeps units that people here speak for', () => {
    const doc = board();
    const file = read(doc);
    addUnits(doc, [
      { name: 'Law', id: 'law' },
      { name: 'Nobody', id: 'nobody' },
    ]);
    restoreTo(doc, file, { keepUnits: new Set(['law']) });
    expect(
      read(doc)
        .units.map(({ id }) => id)
        .sort(),
    ).toEqual(['law', 'tl']);
  });

  it('[UNDO4] nobody takes a restore back with their own undo', () => {
    const doc = board();
    const undo = openUndo(doc);
    const file = read(doc);
    undo.step(() => add(doc, 'mine'));
    restoreTo(doc, file);
    const restored = read(doc);
    undo.undo();
    expect(read(doc)).toEqual(restored);
    undo.destroy();
  });
});
