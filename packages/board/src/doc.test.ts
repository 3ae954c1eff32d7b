import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createRecords, LOCAL, recordOf, takeOut } from './doc.ts';
import { readSnapshot } from './snapshot.ts';

function withNote(): Y.Doc {
  const doc = new Y.Doc();
  createRecords(doc, [{ root: 'groups', id: 'g', fields: {}, text: 'Trust' }]);
  return doc;
}

const shown = (doc: Y.Doc) => readSnapshot(doc).groups.map(({ text }) => text);

it.each([
  [7, ['Trust']],
  [0, ['Trust']],
  ['7', []],
  [null, []],
  [true, []],
])('[RECORD1] a record whose `in` is %j shows %j', (value, expected) => {
  const doc = withNote();
  recordOf(doc, 'groups', 'g')?.set('in', value);
  expect(shown(doc)).toEqual(expected);
});

describe('[RECORD2] a record', () => {
  it('that is taken out stays in the document with its words', () => {
    const doc = withNote();
    takeOut(doc, 'groups', ['g']);
    expect(shown(doc)).toEqual([]);
    expect(String(recordOf(doc, 'groups', 'g')?.get('text'))).toBe('Trust');
  });

  it('is born by a change that nobody undoes; what undo takes back is that it is on the board', () => {
    const doc = new Y.Doc();
    const undo = new Y.UndoManager(doc.getMap('groups'), { trackedOrigins: new Set([LOCAL]) });
    createRecords(doc, [{ root: 'groups', id: 'g', fields: {}, text: 'Trust' }]);
    undo.undo();
    expect(shown(doc)).toEqual([]);
    expect(String(recordOf(doc, 'groups', 'g')?.get('text'))).toBe('Trust');
    undo.redo();
    expect(shown(doc)).toEqual(['Trust']);
  });
});
