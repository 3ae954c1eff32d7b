import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readSnapshot } from '../snapshot.ts';
import { openUndo } from '../undo.ts';
import { addNote, putBackNotes, removeNotes, setNoteKind } from './note.ts';
import { editText } from '../writing/text.ts';

function boardWithNote(text = 'Who decides about coaching?') {
  const doc = new Y.Doc();
  const added = addNote(doc, { kind: 'parked', text, at: 1_700_000_000_000, about: ['f1'] });
  if (!added.ok) throw new Error(added.error.code);
  return { doc, id: added.value, notes: () => readSnapshot(doc).notes };
}

describe('kept for the minutes', () => {
  it('[KEEP1] a parked item becomes a decision and keeps its words, its time and what it is about', () => {
    const { doc, id, notes } = boardWithNote();
    expect(setNoteKind(doc, id, 'decision').ok).toBe(true);
    expect(notes()).toEqual([
      {
        id,
        kind: 'decision',
        text: 'Who decides about coaching?',
        at: 1_700_000_000_000,
        about: ['f1'],
      },
    ]);
  });

  it('[KEEP1] refuses a kind that does not exist, and a note that was removed', () => {
    const { doc, id, notes } = boardWithNote();
    expect(setNoteKind(doc, id, 'secret' as 'note')).toMatchObject({
      ok: false,
      error: { code: 'field-wrong' },
    });
    removeNotes(doc, [id]);
    expect(setNoteKind(doc, id, 'note')).toMatchObject({ ok: false, error: { code: 'note-gone' } });
    expect(notes()).toEqual([]);
  });

  it('[KEEP2] a removal is taken back with the words typed before it, also by another person', () => {
    const { doc, id } = boardWithNote('Ask');
    editText(doc, 'notes', id, { at: 3, remove: 0, insert: ' Finance' });
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    removeNotes(other, [id]);
    expect(readSnapshot(other).notes).toEqual([]);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    putBackNotes(doc, [id, 'never-there']);
    expect(readSnapshot(doc).notes.map(({ text }) => text)).toEqual(['Ask Finance']);
  });

  it('[KEEP2] undo of a kind gives the kind before', () => {
    const { doc, id, notes } = boardWithNote();
    const undo = openUndo(doc);
    undo.step(() => setNoteKind(doc, id, 'disagreement'));
    expect(notes()[0]?.kind).toBe('disagreement');
    undo.undo();
    expect(notes()[0]?.kind).toBe('parked');
    undo.destroy();
  });
});
