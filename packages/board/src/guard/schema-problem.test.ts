import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoard } from '../create.ts';
import { addFactors } from '../operations/factors/factor.ts';
import { LONG_TEXT_MAX, TEXT_MAX } from '../schema/limits.ts';
import { readSnapshot } from '../snapshot.ts';
import { writeText } from '../writing/text.ts';
import { guardUpdate, type GuardPolicy } from './guard.ts';

const PARTICIPANT: GuardPolicy = { role: 'participant', locked: false, step: 'sync-step-2' };

/** A server's board with one factor that says 290 characters, and people who have it. */
function board(said = 'a'.repeat(290)) {
  const made = createBoard({ title: 'T' });
  if (!made.ok) throw new Error(made.error.code);
  const server = made.value;
  const added = addFactors(server, { texts: [said] }, { unit: null });
  const [id = ''] = added.ok ? added.value : [];
  const person = () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
    return doc;
  };
  const send = (doc: Y.Doc, policy: Partial<GuardPolicy> = {}) => {
    const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server));
    const verdict = guardUpdate(Y.decodeUpdate(update), server, { ...PARTICIPANT, ...policy });
    if (verdict.ok) Y.applyUpdate(server, update);
    return verdict;
  };
  return { server, id, person, send };
}

const record = (doc: Y.Doc, id: string) => doc.getMap('factors').get(id) as Y.Map<unknown>;
const textOf = (doc: Y.Doc, id: string) => record(doc, id).get('text') as Y.Text;
const saysAll = (doc: Y.Doc) => readSnapshot(doc).factors.map(({ text }) => text);

describe('what no schema declares', () => {
  it.each<[string, (doc: Y.Doc, id: string) => unknown]>([
    ['a key of a record', (doc, id) => record(doc, id).set('hidden', 'x')],
    [
      'a key of a new record',
      (doc) => doc.getMap('factors').set('x', new Y.Map([['pad', 'x'.repeat(90_000)]])),
    ],
    ['a value of another kind', (doc, id) => record(doc, id).set('cell', 5)],
    ['a kind that is none', (doc, id) => record(doc, id).set('kind', 'secret')],
    ['a map in the place of a value', (doc, id) => record(doc, id).set('note', new Y.Map())],
    ['a text in the place of a value', (doc, id) => record(doc, id).set('note', new Y.Text('x'))],
    ['a record that is none', (doc) => doc.getMap('factors').set('x', 'words')],
    ['an id that is too long', (doc) => doc.getMap('factors').set('x'.repeat(65), new Y.Map([['in', 1]]))],
    [
      'more in a source',
      (doc, id) => (record(doc, id).get('sources') as Y.Map<unknown>).set('x', { unit: 5 }),
    ],
    [
      'a map below the sources',
      (doc, id) => (record(doc, id).get('sources') as Y.Map<unknown>).set('x', new Y.Map()),
    ],
    ['a chunk of something that has none', (doc, id) => record(doc, id).set('s0', [1, 2])],
    ['something in a text', (doc, id) => textOf(doc, id).insertEmbed(0, { x: 1 })],
  ])('[KNOWN1] is refused for good, and held from a newer client: %s', (_what, change) => {
    const { server, id, person, send } = board();
    const doc = person();
    change(doc, id);
    const before = Y.encodeStateAsUpdate(server);
    expect(send(doc)).toMatchObject({ ok: false, error: { lasting: true } });
    expect(send(doc, { role: 'facilitator' })).toMatchObject({ ok: false, error: { lasting: true } });
    if (_what !== 'something in a text')
      expect(send(doc, { newer: true })).toMatchObject({ error: { code: 'unknown', lasting: false } });
    expect(Y.encodeStateAsUpdate(server)).toEqual(before);
  });

  it('[KNOWN2] plain words are as long as their key declares', () => {
    const { id, person, send } = board();
    const doc = person();
    record(doc, id).set('mapName', 'x'.repeat(201));
    expect(send(doc)).toMatchObject({ error: { code: 'too-long', lasting: true } });
    const other = person();
    record(other, id).set('mapName', 'x'.repeat(200));
    expect(send(other)).toMatchObject({ ok: true });
  });

  it('[KNOWN3] what the document has is never judged', () => {
    const { server, id, person, send } = board();
    record(server, id).set('hidden', 'from an older version');
    record(server, id).set('mapName', 'x'.repeat(5000));
    const doc = person();
    textOf(doc, id).insert(0, 'more ');
    expect(send(doc)).toMatchObject({ ok: true });
    expect(record(server, id).get('hidden')).toBe('from an older version');
    expect(saysAll(server)).toEqual([`more ${'a'.repeat(290)}`]);
  });

  it.each<[string, (doc: Y.Doc, id: string) => unknown]>([
    ['a record deleted', (doc, id) => doc.getMap('factors').delete(id)],
    ['a record replaced', (doc, id) => doc.getMap('factors').set(id, new Y.Map([['in', 1]]))],
    ['its text replaced', (doc, id) => record(doc, id).set('text', new Y.Text('mine'))],
    ['its text as a plain value', (doc, id) => record(doc, id).set('text', 'mine')],
    ['its text deleted', (doc, id) => record(doc, id).delete('text')],
    ['its kind deleted, without which it is not read', (doc, id) => record(doc, id).delete('kind')],
  ])('[KNOWN4] nobody takes words away for good: %s', (_what, change) => {
    const { server, id, person, send } = board();
    for (const role of ['participant', 'facilitator'] as const) {
      const doc = person();
      change(doc, id);
      expect(send(doc, { role, newer: true })).toMatchObject({ error: { code: 'unknown', lasting: true } });
    }
    expect(saysAll(server)).toEqual(['a'.repeat(290)]);
  });

  it('[KNOWN4] a record that is off the board, a kind changed and words deleted are all people’s', () => {
    const { id, person, send } = board();
    const doc = person();
    record(doc, id).set('kind', 'outcome');
    record(doc, id).set('kind', 'factor');
    textOf(doc, id).delete(0, 100);
    record(doc, id).delete('in');
    expect(send(doc)).toMatchObject({ ok: true });
  });
});

describe('texts beyond their limit', () => {
  it('[LONG2] what one writer makes longer than they may see is refused, at whatever place', () => {
    for (const at of [0, 145, 290]) {
      const { id, person, send } = board();
      const doc = person();
      textOf(doc, id).insert(at, ' '.repeat(TEXT_MAX));
      expect(send(doc)).toMatchObject({ error: { code: 'too-long', lasting: true } });
    }
  });

  it('[LONG2] growing bit by bit is counted in whole', () => {
    const { server, id, person, send } = board();
    const doc = person();
    let taken = 290;
    for (let step = 0; step < 40; step += 1) {
      textOf(doc, id).insert(textOf(doc, id).length, ' '.repeat(100));
      if (!send(doc, { step: 'update' }).ok) break;
      taken += 100;
    }
    expect(taken).toBe(1990);
    expect(textOf(server, id)).toHaveLength(1990);
  });

  it('[LONG3] two people who were offline, each within the limit, lose nothing; then it grows no more', () => {
    const { server, id, person, send } = board();
    const [ann, ben, cleo] = [person(), person(), person()];
    textOf(ann, id).insert(290, 'b'.repeat(1200));
    textOf(ben, id).insert(290, 'c'.repeat(1200));
    expect(send(ann)).toMatchObject({ ok: true });
    expect(send(ben)).toMatchObject({ ok: true });
    const [text = ''] = saysAll(server);
    expect([text.length, text.includes('b'.repeat(1200)), text.includes('c'.repeat(1200))]).toEqual([
      2690,
      true,
      true,
    ]);
    const late = person();
    const before = Y.encodeStateVector(late);
    const seen = () => Y.decodeStateVector(before);
    textOf(late, id).insert(0, 'x');
    expect(send(late, { seen })).toMatchObject({ error: { code: 'too-long' } });
    textOf(cleo, id).insert(0, 'd'.repeat(1200));
    expect(send(cleo)).toMatchObject({ ok: true });
    const flood = new Y.Doc();
    Y.applyUpdate(flood, Y.encodeStateAsUpdate(server));
    textOf(flood, id).insert(0, 'e'.repeat(1999));
    const pumped = Y.decodeUpdate(Y.encodeStateAsUpdate(flood, Y.encodeStateVector(server)));
    expect(guardUpdate(pumped, server, PARTICIPANT)).toMatchObject({ error: { code: 'too-long' } });
    expect(textOf(server, id).length).toBeLessThanOrEqual(LONG_TEXT_MAX);
  });

  it('[LONG3] a forger who hides what they saw gets a text no further than three times its limit', () => {
    const { server, id, send } = board('');
    for (let round = 0; round < 10; round += 1) {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
      const text = textOf(doc, id);
      text.insert(0, 'x'.repeat(1999));
      send(doc);
    }
    expect(textOf(server, id).length).toBeLessThanOrEqual(LONG_TEXT_MAX);
  });

  it('[LONG2] an overlong text can be shortened, and changed without growing', () => {
    const { server, id, person, send } = board('a'.repeat(290));
    textOf(server, id).insert(0, 'z'.repeat(2000));
    const doc = person();
    expect(writeText(doc, 'factors', id, `y${'z'.repeat(1999)}${'a'.repeat(290)}`)).toMatchObject({
      ok: true,
    });
    expect(send(doc)).toMatchObject({ ok: true });
    expect(writeText(doc, 'factors', id, 'a'.repeat(2291))).toMatchObject({ ok: false });
    expect(writeText(doc, 'factors', id, 'a'.repeat(2000))).toMatchObject({ ok: true });
    expect(send(doc)).toMatchObject({ ok: true });
    expect(saysAll(server)).toEqual(['a'.repeat(2000)]);
  });

  it('[LONG2] a facilitator’s file brings its long texts whole, a participant’s record does not', () => {
    const { person, send } = board();
    const long = (doc: Y.Doc, length: number) =>
      doc.getMap('factors').set(
        'long',
        new Y.Map<unknown>([
          ['kind', 'factor'],
          ['text', new Y.Text('w'.repeat(length))],
        ]),
      );
    const theirs = person();
    long(theirs, LONG_TEXT_MAX + 1);
    expect(send(theirs)).toMatchObject({ error: { code: 'too-long' } });
    expect(send(theirs, { role: 'facilitator' })).toMatchObject({ ok: true });
  });
});
