import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { createBoard } from '../create.ts';
import { addFactors, removeFactors } from '../operations/factors/factor.ts';
import { editText } from '../writing/text.ts';
import { addDraft } from '../private/draft.ts';
import { setMeta } from '../operations/board.ts';
import { addUnits } from '../operations/units/units.ts';
import { PASTE_MAX, TEXT_MAX } from '../schema/limits.ts';
import { guardUpdate, type GuardPolicy } from './guard.ts';

const PARTICIPANT: GuardPolicy = { role: 'participant', locked: false, step: 'update' };

/** A server document, a client that has it, and what the guard says of the client's next change. */
function pair() {
  const made = createBoard({ title: 'How do our units support improving schools?' });
  if (!made.ok) throw new Error(made.error.code);
  const server = made.value;
  const client = new Y.Doc();
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
  const changeOf = (change: (doc: Y.Doc) => unknown): Uint8Array => {
    const before = Y.encodeStateVector(client);
    change(client);
    return Y.encodeStateAsUpdate(client, before);
  };
  const judge = (update: Uint8Array, policy: Partial<GuardPolicy> = {}) =>
    guardUpdate(Y.decodeUpdate(update), server, { ...PARTICIPANT, ...policy });
  return { server, client, changeOf, judge };
}

const add = (doc: Y.Doc) => addFactors(doc, { texts: ['Unclear roles'] }, { unit: null });

describe('guardUpdate', () => {
  it('[GUARD1] lets participants and facilitators change the board', () => {
    const { changeOf, judge } = pair();
    const update = changeOf(add);
    expect(judge(update)).toMatchObject({ ok: true });
    expect(judge(update, { role: 'facilitator' })).toMatchObject({ ok: true });
  });

  it('[GUARD2] refuses every change of observers and displays, deletions included', () => {
    const { server, client, changeOf, judge } = pair();
    add(server);
    Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
    const [id = ''] = [...client.getMap('factors').keys()];
    for (const role of ['observer', 'display'] as const) {
      expect(judge(changeOf(add), { role })).toMatchObject({ error: { code: 'role', lasting: true } });
      expect(
        judge(
          changeOf((doc) => removeFactors(doc, [id])),
          { role },
        ),
      ).toMatchObject({
        error: { code: 'role' },
      });
    }
  });

  it('[GUARD2] accepts from observers what the document already has', () => {
    const { server, judge } = pair();
    expect(judge(Y.encodeStateAsUpdate(server), { role: 'observer', step: 'sync-step-2' })).toMatchObject({
      ok: true,
    });
  });

  it('[GUARD3] holds participants back while editing is paused, not facilitators', () => {
    const { changeOf, judge } = pair();
    const update = changeOf(add);
    expect(judge(update, { locked: true })).toMatchObject({ error: { code: 'paused', lasting: false } });
    expect(judge(update, { locked: true, role: 'facilitator' })).toMatchObject({ ok: true });
  });

  it('[GUARD4] refuses unknown roots and the session root', () => {
    const { changeOf, judge } = pair();
    expect(judge(changeOf((doc) => doc.getMap('junk').set('a', 1)))).toMatchObject({
      error: { code: 'root' },
    });
    const session = changeOf((doc) => doc.getMap('session').set('phase', 1));
    expect(judge(session, { role: 'facilitator' })).toMatchObject({ error: { code: 'root' } });
  });

  it.each([
    [
      'a write deep inside',
      (session: Y.Map<unknown>) => (session.get('phase') as Y.Map<unknown>).set('m', 9),
    ],
    ['a deletion', (session: Y.Map<unknown>) => session.delete('phase')],
    ['a replacement', (session: Y.Map<unknown>) => session.set('phase', 'mine')],
  ])('[GUARD4] refuses %s in the session root', (_name, change) => {
    const { server, client, changeOf, judge } = pair();
    server.getMap('session').set('phase', new Y.Map());
    Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
    expect(judge(changeOf((doc) => change(doc.getMap('session'))))).toMatchObject({
      error: { code: 'root' },
    });
  });

  it('[GUARD4] holds an unknown root of a newer client, and refuses the session root for good', () => {
    const { changeOf, judge } = pair();
    const unknown = changeOf((doc) => doc.getMap('junk').set('a', 1));
    expect(judge(unknown)).toMatchObject({ error: { code: 'root', lasting: true } });
    expect(judge(unknown, { newer: true })).toMatchObject({ error: { code: 'root', lasting: false } });
    const session = pair();
    const update = session.changeOf((doc) => doc.getMap('session').set('phase', 1));
    expect(session.judge(update, { newer: true })).toMatchObject({ error: { code: 'root', lasting: true } });
  });

  it('[GUARD5] keeps title, question, units and vote rounds to facilitators', () => {
    const { changeOf, judge } = pair();
    const update = changeOf((doc) => setMeta(doc, { title: 'Mine' }));
    expect(judge(update)).toMatchObject({ error: { code: 'role' } });
    expect(judge(update, { role: 'facilitator' })).toMatchObject({ ok: true });
  });

  it.each<[string, (doc: Y.Doc) => unknown]>([
    ['a new unit', (doc) => addUnits(doc, [{ name: 'Mine' }])],
    [
      'a closed round that says it came with a file',
      (doc) =>
        doc.getMap('voteRounds').set(
          'mine',
          new Y.Map<unknown>([
            ['in', 1],
            ['text', new Y.Text('Won')],
            ['imported', true],
          ]),
        ),
    ],
  ])('[GUARD5] keeps to facilitators: %s', (_what, change) => {
    const { changeOf, judge } = pair();
    const update = changeOf(change);
    expect(judge(update)).toMatchObject({ error: { code: 'role', lasting: true } });
    expect(judge(update, { role: 'facilitator' })).toMatchObject({ ok: true });
  });

  it('[GUARD6] lets nobody but the server give numbers', () => {
    const { server, client, changeOf, judge } = pair();
    add(server);
    Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
    const [factor] = [...client.getMap<Y.Map<unknown>>('factors').values()];
    expect(
      judge(
        changeOf(() => factor?.set('no', 1)),
        { role: 'facilitator' },
      ),
    ).toMatchObject({
      error: { code: 'role' },
    });
  });

  it('[GUARD7] refuses absurd clocks and crowds of writers', () => {
    const { judge } = pair();
    const far = new Y.Doc();
    far.getMap('factors').set('a', 'x'.repeat(10));
    const text = far.getMap('factors').set('t', new Y.Text()) as Y.Text;
    text.insert(0, 'x'.repeat(1_000_001));
    expect(judge(Y.encodeStateAsUpdate(far))).toMatchObject({ error: { code: 'too-large' } });
    const crowd = new Y.Doc();
    for (let client = 1; client <= 9; client += 1) {
      const doc = new Y.Doc();
      doc.clientID = client;
      doc.getMap('factors').set(`k${client}`, new Y.Map());
      Y.applyUpdate(crowd, Y.encodeStateAsUpdate(doc));
    }
    expect(judge(Y.encodeStateAsUpdate(crowd))).toMatchObject({ error: { code: 'client-id' } });
    expect(judge(Y.encodeStateAsUpdate(crowd), { step: 'sync-step-2' })).toMatchObject({ ok: true });
  });

  it('[GUARD7] takes the longest list that one paste can add', () => {
    const { changeOf, judge } = pair();
    const texts = Array.from({ length: PASTE_MAX }, () => 'x'.repeat(TEXT_MAX));
    const paste = changeOf((doc) => expect(addFactors(doc, { texts }, { unit: null }).ok).toBe(true));
    expect(judge(paste)).toMatchObject({ ok: true });
  });

  it('[GUARD8] refuses subdocuments, arrays, values nested too deep and records nested too deep', () => {
    const { changeOf, judge } = pair();
    let value: unknown = 1;
    for (let depth = 0; depth < 5000; depth += 1) value = [value];
    const types = [new Y.Array(), new Y.XmlElement('p'), new Y.XmlText(), new Y.XmlHook('h')];
    for (const hostile of [value, new Y.Doc(), ...types, 'x'.repeat(100_001)]) {
      expect(judge(changeOf((doc) => doc.getMap('factors').set('h', hostile)))).toMatchObject({
        error: { code: 'content', lasting: true },
      });
    }
    const deep = changeOf((doc) => {
      let map = doc.getMap<unknown>('factors');
      for (let depth = 0; depth < 6; depth += 1) map = map.set('m', new Y.Map<unknown>()) as Y.Map<unknown>;
    });
    expect(judge(deep)).toMatchObject({ error: { code: 'content' } });
  });

  it.each(['board', 'private'] as const)(
    '[GUARD8] refuses disguised values in a document of kind %s',
    (space) => {
      const root = space === 'board' ? 'factors' : 'drafts';
      const prototype = (value: unknown) => (object: object) =>
        Object.defineProperty(object, '__proto__', { value, enumerable: true });
      const disguises = [
        prototype(new Uint8Array([1])),
        prototype({ text: 'inherited' }),
        (object: object) => Object.assign(object, { constructor: 1 }),
      ];
      for (const disguise of disguises) {
        for (const hold of [(object: object) => object, (object: object) => [{ inside: object }]]) {
          const doc = new Y.Doc();
          const object = {};
          doc.getMap(root).set('d', new Y.Map([['text', hold(object)]]));
          disguise(object);
          expect(
            guardUpdate(Y.decodeUpdate(Y.encodeStateAsUpdate(doc)), new Y.Doc(), { ...PARTICIPANT, space }),
          ).toMatchObject({ error: { code: 'content', lasting: true } });
        }
      }
      const key = new Y.Doc();
      key.getMap(root).set('d', new Y.Map([['__proto__', [1]]]));
      expect(
        guardUpdate(Y.decodeUpdate(Y.encodeStateAsUpdate(key)), new Y.Doc(), { ...PARTICIPANT, space }),
      ).toMatchObject({ error: { code: 'content' } });
    },
  );

  it('[GUARD9] does not take what builds on words that have not arrived', () => {
    const { client, changeOf, judge } = pair();
    changeOf(add);
    const [id = ''] = [...client.getMap('factors').keys()];
    const later = changeOf((doc) => editText(doc, 'factors', id, { at: 0, remove: 0, insert: 'Very ' }));
    expect(judge(later)).toMatchObject({ error: { code: 'missing-history', lasting: false } });
    const deletion = changeOf((doc) => editText(doc, 'factors', id, { at: 0, remove: 2, insert: '' }));
    expect(judge(deletion)).toMatchObject({ error: { code: 'missing-history' } });
  });

  it('[GUARD1] takes a whole difference with text written and deleted again', () => {
    const { client, changeOf, judge } = pair();
    const update = changeOf((doc) => {
      add(doc);
      const [id = ''] = [...client.getMap('factors').keys()];
      editText(doc, 'factors', id, { at: 0, remove: 7, insert: 'Vague' });
      removeFactors(doc, [id]);
    });
    expect(judge(update, { step: 'sync-step-2' })).toMatchObject({ ok: true });
  });

  it('[GUARD10] takes drafts, answers and the ballots of older versions in a private document and nothing else', () => {
    const privateDoc = new Y.Doc();
    const judgeMine = (change: (doc: Y.Doc) => unknown) => {
      const doc = new Y.Doc();
      change(doc);
      return guardUpdate(Y.decodeUpdate(Y.encodeStateAsUpdate(doc)), privateDoc, {
        ...PARTICIPANT,
        space: 'private',
      });
    };
    expect(judgeMine((doc) => addDraft(doc, { text: 'Unclear roles' }))).toMatchObject({ ok: true });
    expect(judgeMine((doc) => doc.getMap('ballots').set('r1', new Y.Map([['a', 1]])))).toMatchObject({
      ok: true,
    });
    expect(judgeMine(add)).toMatchObject({ error: { code: 'root' } });
    for (const root of ['session', 'counted'])
      expect(judgeMine((doc) => doc.getMap(root).set('a', 1))).toMatchObject({ error: { code: 'root' } });
  });

  it('[GUARD1] takes a difference whose own history was written and collected as garbage', () => {
    const { client, changeOf, judge } = pair();
    const update = changeOf((doc) => {
      const factors = doc.getMap<unknown>('factors');
      doc.transact(() => factors.set('f', new Y.Map([['text', new Y.Text('Unclear roles')]])));
      factors.delete('f');
    });
    expect(client.store.clients.get(client.clientID)?.some((struct) => struct instanceof Y.GC)).toBe(true);
    expect(judge(update, { step: 'sync-step-2' })).toMatchObject({ ok: true });
  });

  it('[GUARD1] takes words for a record that the server has purged meanwhile: they land nowhere', () => {
    const { server, client, changeOf, judge } = pair();
    add(server);
    Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
    const [id = ''] = [...client.getMap('factors').keys()];
    server.getMap('factors').delete(id);
    const words = changeOf((doc) => editText(doc, 'factors', id, { at: 0, remove: 0, insert: 'Very ' }));
    expect(judge(words)).toMatchObject({ ok: true });
  });
});
