import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardFromFile } from './create.ts';
import { boardFileSchema } from './file/board-file.ts';
import { toBoardFile } from './file/to-file.ts';
import { healed, REDACTED, renewBoard, renewPrivate } from './generation.ts';
import { addFactors, removeFactors } from './operations/factors/factor.ts';
import { addNote } from './operations/note.ts';
import { numberNewFactors } from './operations/factors/number.ts';
import { parkFactor } from './operations/factors/park.ts';
import { writeText } from './writing/text.ts';
import { addDraft, readDrafts, removeDrafts } from './private/draft.ts';
import type { OpenRound } from './schema/round.ts';
import { keepCounted, readCounted } from './private/as-counted.ts';
import { castVote, readBallot } from './private/ballot.ts';
import { TEXT_MAX } from './schema/limits.ts';
import { readSession, writeSession } from './session/session.ts';
import { readSnapshot } from './snapshot.ts';

const FILE = boardFileSchema.parse({
  schema: 'coherence-board/1',
  title: 'T',
  units: [{ id: 'si', name: 'School Improvement' }],
  factors: [
    {
      id: 'a',
      text: 'Dana misses every deadline',
      kind: 'factor',
      mapName: 'Dana',
      sources: { si: { unit: 'si' } },
    },
    {
      id: 'b',
      text: 'Unclear roles',
      kind: 'factor',
      sources: {
        a: { unit: 'si', words: 'Dana misses every deadline' },
        si: { unit: 'si', words: 'No roles' },
      },
    },
    { id: 'c', text: 'Shared calendar', kind: 'factor' },
  ],
  influences: [{ id: 'i', from: 'a', to: 'b', polarity: '+', strength: 2, delay: false }],
  loops: [
    { id: 'l', type: 'reinforcing', name: 'R', nodes: ['a', 'b'], sentence: 'Dana misses every deadline …' },
  ],
});

const bytesOf = (doc: Y.Doc) =>
  [...Y.encodeStateAsUpdate(doc)].map((byte) => String.fromCharCode(byte)).join('');

function busyBoard(): Y.Doc {
  const doc = boardFromFile(FILE);
  for (let at = 0; at < 50; at += 1) writeText(doc, 'factors', 'c', `Shared calendar, version ${at}`);
  addFactors(doc, { texts: ['Said in anger'] }, { unit: null });
  numberNewFactors(doc);
  removeFactors(doc, [readSnapshot(doc).factors.find(({ text }) => text === 'Said in anger')?.id ?? '']);
  writeSession(doc, { paused: true });
  return doc;
}

describe('a new generation', () => {
  it('[RENEW1] says the same in fewer bytes, and gives no number again', () => {
    const old = busyBoard();
    const fresh = renewBoard(old);
    expect(toBoardFile(readSnapshot(fresh))).toEqual(toBoardFile(readSnapshot(old)));
    expect(readSnapshot(fresh).factors.map(({ id, no }) => [id, no])).toEqual(
      readSnapshot(old).factors.map(({ id, no }) => [id, no]),
    );
    expect(readSession(fresh)).toEqual(readSession(old));
    expect(bytesOf(fresh).length).toBeLessThan(bytesOf(old).length);
    addFactors(fresh, { texts: ['New'] }, { unit: null });
    numberNewFactors(fresh);
    const used = readSnapshot(old).factors.length + 1;
    expect(Math.max(...readSnapshot(fresh).factors.map(({ no }) => no ?? 0))).toBe(used + 1);
  });

  it('[RENEW2] leaves behind what another factor quotes of a redacted one, as a file may have brought it', () => {
    const old = busyBoard();
    const quote = { unit: null, words: 'whispered', of: 'a' };
    old.getMap('factors').set(
      'quoting',
      new Y.Map<unknown>([
        ['kind', 'factor'],
        ['text', new Y.Text('says something else')],
        ['in', 1],
        ['sources', new Y.Map([['q', quote]])],
      ]),
    );
    expect(JSON.stringify(renewBoard(old).toJSON())).toContain('whispered');
    const fresh = renewBoard(old, new Set(['a']));
    expect(JSON.stringify(fresh.toJSON())).not.toContain('whispered');
    expect(readSnapshot(fresh).factors.find(({ id }) => id === 'quoting')?.text).toBe('says something else');
  });

  it('[RENEW2] leaves behind what stands under keys that no schema declares, where words could hide from a redaction', () => {
    const old = busyBoard();
    for (const root of ['factors', 'influences', 'loops'] as const)
      for (const record of old.getMap<Y.Map<unknown>>(root).values()) record.set('pad', 'Dana, again');
    old.getMap('meta').set('a later key', 'Dana, again');
    old.getMap('no root').set('a', 'Dana, again');
    const fresh = renewBoard(old, new Set(['a']));
    for (const gone of ['Dana', 'pad', 'later key']) expect(bytesOf(fresh)).not.toContain(gone);
    expect(toBoardFile(readSnapshot(renewBoard(old)))).toEqual(toBoardFile(readSnapshot(old)));
  });

  it('[RENEW2] leaves behind what was taken out and what is redacted, wherever it is quoted', () => {
    const fresh = renewBoard(busyBoard(), new Set(['a']));
    const { factors, influences, loops } = readSnapshot(fresh);
    expect(factors.map(({ id, text }) => [id, text])).toEqual([
      ['a', REDACTED],
      ['b', 'Unclear roles'],
      ['c', 'Shared calendar, version 49'],
    ]);
    expect(factors[1]?.sources).toEqual({
      a: { unit: 'si', words: null, of: null },
      si: { unit: 'si', words: 'No roles', of: null },
    });
    expect([influences.length, loops[0]?.sentence]).toEqual([1, null]);
    for (const gone of ['Dana', 'Said in anger', 'version 48']) expect(bytesOf(fresh)).not.toContain(gone);
  });

  it('[RENEW3] of a private document keeps the drafts and ballots that are there, and no trace of others', () => {
    const privateDoc = new Y.Doc();
    const gone = addDraft(privateDoc, { text: 'Gone' });
    addDraft(privateDoc, { text: 'Late', phase: 'p1', at: 7, row: 'interfering' });
    const round: OpenRound = {
      id: 'r',
      question: '',
      method: 'dots',
      questions: [],
      phase: null,
      identity: 'unit',
      budget: 5,
      perItem: 2,
      items: ['x'],
      openedAt: 0,
      ballots: null,
      turnout: 0,
      invited: 0,
      own: 0,
      able: 0,
      over: 0,
    };
    castVote(privateDoc, { ...round, items: ['x'] }, 'x', 2);
    const asCounted = { ballot: { x: [1] }, shownAs: null, person: null };
    keepCounted(privateDoc, 'earlier', [asCounted]);
    if (gone.ok) removeDrafts(privateDoc, [gone.value]);
    const fresh = renewPrivate(privateDoc);
    expect(readDrafts(fresh)).toEqual(readDrafts(privateDoc));
    expect(readBallot(fresh, round)).toEqual({ x: [2] });
    expect(readCounted(fresh, 'earlier')).toEqual([asCounted]);
    expect(bytesOf(fresh)).not.toContain(gone.ok ? gone.value : '');
  });

  it('[RENEW2] redacts notes for the minutes that quote what is redacted, and leaves the others', () => {
    const doc = new Y.Doc();
    const added = addFactors(doc, { texts: ['whispered words', 'something else'] }, { unit: null });
    const [secret = '', other = ''] = added.ok ? added.value : [];
    parkFactor(doc, secret, 1);
    addNote(doc, { kind: 'decision', text: 'We drop “whispered words”', at: 2, about: [secret] });
    addNote(doc, { kind: 'note', text: 'Talked about it', at: 3, about: [secret, other] });
    const fresh = renewBoard(doc, new Set([secret]));
    expect(readSnapshot(fresh).notes.map(({ at, text }) => [at, text])).toEqual(
      expect.arrayContaining([
        [1, REDACTED],
        [2, REDACTED],
        [3, 'Talked about it'],
      ]),
    );
    expect(bytesOf(fresh)).not.toContain('whispered');
  });

  it('[RENEW3] of a private document keeps a draft that is longer than a text should be', () => {
    const privateDoc = new Y.Doc();
    const made = addDraft(privateDoc, { text: 'Long' });
    const text = privateDoc
      .getMap<Y.Map<unknown>>('drafts')
      .get(made.ok ? made.value : '')
      ?.get('text');
    if (text instanceof Y.Text) text.insert(4, 'x'.repeat(TEXT_MAX));
    expect(readDrafts(privateDoc).map(({ text: said }) => said.length)).toEqual([TEXT_MAX + 4]);
    expect(renewPrivate(privateDoc).getMap('drafts').toJSON()).toEqual(privateDoc.getMap('drafts').toJSON());
  });
});

describe('[RENEW4] a healed document', () => {
  /** Who put something in differs; whether a person did does not. */
  const saidBy = (doc: Y.Doc) =>
    Object.fromEntries(
      [...doc.share.keys()].map((root) => [
        root,
        JSON.parse(JSON.stringify(doc.getMap(root)), (key, value) => (key === 'in' ? typeof value : value)),
      ]),
    );

  it('has every word of a board: what was taken out and can be put back, texts past the limit, unknown keys', () => {
    const old = busyBoard();
    old.transact(() => {
      const factor = old.getMap<Y.Map<unknown>>('factors').get('c');
      factor?.set('a key of a later version', { deep: [1, { two: 3 }] });
      factor?.set('text', new Y.Text('long '.repeat(TEXT_MAX)));
      factor?.set('in', old.clientID);
      old.getMap('factors').set('no record', 'a word');
    });
    const fresh = healed(old);
    expect(saidBy(fresh)).toEqual(saidBy(old));
    expect(toBoardFile(readSnapshot(fresh))).toEqual(toBoardFile(readSnapshot(old)));
    expect(JSON.stringify(fresh.getMap('factors'))).toContain('Said in anger');
    expect(fresh.store.clients.size).toBe(1);
    expect(numberNewFactors(fresh)).toBe(0);
  });

  it('has every draft and ballot of a private document', () => {
    const old = new Y.Doc();
    addDraft(old, { text: 'Nobody reads the plan' });
    old.getMap('ballots').set('r1', new Y.Map([['f1', 2]]));
    expect(saidBy(healed(old))).toEqual(saidBy(old));
  });
});
