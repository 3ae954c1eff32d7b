import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardFromFile, createBoard } from '../create.ts';
import { readBoardFile } from '../file/board-file.ts';
import { toBoardFile } from '../file/to-file.ts';
import { renewBoard } from '../generation.ts';
import { addFactors } from '../operations/factors/factor.ts';
import { numberNewFactors } from '../operations/factors/number.ts';
import { parkFactor } from '../operations/factors/park.ts';
import { addDraft, readDrafts } from '../private/draft.ts';
import { readSnapshot } from '../snapshot.ts';

const LONG = 'w'.repeat(2690);

function board() {
  const made = createBoard({ title: 'T', question: 'Why?' });
  if (!made.ok) throw new Error(made.error.code);
  const doc = made.value;
  const added = addFactors(doc, { texts: ['One', 'Two'] }, { unit: null });
  const [id = ''] = added.ok ? added.value : [];
  numberNewFactors(doc);
  const record = doc.getMap('factors').get(id) as Y.Map<unknown>;
  return { doc, id, record, text: record.get('text') as Y.Text };
}

describe('words that are too long', () => {
  it('[LONG1] hide nothing, whichever key they stand under', () => {
    const { doc, id, record, text } = board();
    text.insert(0, LONG);
    for (const key of ['mapName', 'note', 'wording']) record.set(key, LONG);
    (record.get('sources') as Y.Map<unknown>).set('s', { words: LONG });
    doc.getMap('meta').set('title', LONG);
    doc.getMap('meta').set('about', { statement: LONG, fictional: true });
    const read = readSnapshot(doc);
    expect(read.invalid).toBe(0);
    expect(read.meta).toMatchObject({ title: LONG, question: 'Why?', about: { statement: LONG } });
    expect(read.factors.find((one) => one.id === id)).toMatchObject({
      text: `${LONG}One`,
      mapName: LONG,
      note: LONG,
      wording: LONG,
      sources: { s: { words: LONG } },
    });
  });

  it('[LONG1] are whole in files, which are read again, and in a new generation', () => {
    const { doc, text } = board();
    text.insert(0, LONG);
    doc.getMap('meta').set('question', LONG);
    const file = toBoardFile(readSnapshot(doc));
    const again = readBoardFile(JSON.parse(JSON.stringify(file)));
    if (!again.ok) throw new Error(JSON.stringify(again.issues));
    expect(again.value).toEqual(file);
    expect(toBoardFile(readSnapshot(boardFromFile(again.value)))).toEqual(file);
    expect(toBoardFile(readSnapshot(renewBoard(doc)))).toEqual(file);
  });

  it('[LONG1] can be parked and revealed', () => {
    const { doc, id, text } = board();
    text.insert(0, LONG);
    expect(parkFactor(doc, id, 1)).toMatchObject({ ok: true });
    expect(readSnapshot(doc).notes.map((note) => note.text)).toEqual([`${LONG}One`]);
    const privateDoc = new Y.Doc();
    const made = addDraft(privateDoc, { text: 'Mine' });
    const draft = privateDoc.getMap<Y.Map<unknown>>('drafts').get(made.ok ? made.value : '');
    const said = draft?.get('text');
    if (said instanceof Y.Text) said.insert(0, LONG);
    expect(readDrafts(privateDoc).map((one) => one.text)).toEqual([`${LONG}Mine`]);
  });
});

describe('a value that does not fit', () => {
  it.each([
    ['cell', 5],
    ['pos', ['far', 0, 200]],
    ['group', 'x'.repeat(65)],
    ['no', -1],
    ['sources', 'nobody'],
    ['into', {}],
  ])('[READ2] is left out, and the words beside it are shown: %s', (key, value) => {
    const { doc, id, record } = board();
    record.set(key, value);
    const read = readSnapshot(doc);
    expect([read.factors.find((one) => one.id === id)?.text, read.invalid]).toEqual(['One', 1]);
  });

  it('[READ2] of many by id only the one that does not fit is left out', () => {
    const { doc, id, record } = board();
    (record.get('sources') as Y.Map<unknown>).set('a', { unit: 'a' });
    (record.get('sources') as Y.Map<unknown>).set('b', 7);
    const read = readSnapshot(doc).factors.find((one) => one.id === id);
    expect(Object.keys(read?.sources ?? {})).toEqual(['a']);
  });

  it('[READ2] in the facts of a board hides none of the others', () => {
    const { doc } = board();
    doc.getMap('meta').set('sessionDate', 'soon');
    const { meta, invalid } = readSnapshot(doc);
    expect([meta.title, meta.question, meta.sessionDate, invalid]).toEqual(['T', 'Why?', null, 1]);
  });
});
