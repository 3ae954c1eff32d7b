import { addFactors, readDrafts, readSnapshot, removeFactors, setMeta } from '@coherence/board';
import { encodeSyncStep2, encodeUpdateFrame } from '@coherence/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { WireClient } from '../../src/rooms/testing/wire-client.ts';
import { openMeeting, saved, until } from '../../src/testing/meeting.ts';
import { endAll, endLater } from './written.ts';

afterEach(endAll);

/** A board with one factor of the unit of Omar, a facilitator's screen, and what it says. */
async function board() {
  const session = await openMeeting();
  endLater(() => session.end());
  const made = await session.newBoard();
  const screen = made.lead.open();
  await saved(screen);
  const [unit = ''] = [...screen.doc.getMap('units').keys()];
  const [other = ''] = [...screen.doc.getMap('units').keys()].slice(1);
  const added = addFactors(screen.doc, { texts: ['There before'] }, { unit: other });
  await saved(screen);
  const says = () => JSON.stringify(readSnapshot(screen.doc));
  return { ...made, session, screen, unit, other, says, factor: added.ok ? (added.value[0] ?? '') : '' };
}
type Board = Awaited<ReturnType<typeof board>>;

const refusals = (one: WireClient) =>
  one.of('nack').length + one.of('permission-denied').length + (one.closed === null ? 0 : 1);
/** The document of one who wrote something into a copy of this one, unasked. */
function copyWith(doc: Y.Doc, change: (doc: Y.Doc) => unknown): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(copy);
  change(copy);
  return Y.encodeStateAsUpdate(copy, before);
}

describe('[GUARD2] who looks on', () => {
  it.each(
    (['observer', 'display'] as const).flatMap((role) =>
      [true, false].map((hello) => [role, hello] as const),
    ),
  )('R2: as %s (hello: %s) changes nothing, by whatever message', async (role, hello) => {
    const { factor, join, says, screen } = await board();
    const before = says();
    const one = (await join(role)).open({ hello });
    await until(() => expect(readSnapshot(one.doc).factors).toHaveLength(1));
    const updates = [
      (doc: Y.Doc) => addFactors(doc, { texts: ['evil'] }, { unit: null }),
      (doc: Y.Doc) => removeFactors(doc, [factor]),
      (doc: Y.Doc) => doc.getMap('factors').delete(factor),
      (doc: Y.Doc) =>
        ((doc.getMap('factors').get(factor) as Y.Map<Y.Text>).get('text') as Y.Text).delete(0, 5),
    ].map((change) => copyWith(one.doc, change));
    for (const update of updates) {
      one.count(encodeUpdateFrame(update));
      one.count(encodeSyncStep2(update));
    }
    await until(() => expect(refusals(one)).toBeGreaterThan(0));
    addFactors(screen.doc, { texts: ['After it'] }, { unit: null });
    await until(() => expect(readSnapshot(one.doc).factors.map(({ text }) => text)).toContain('After it'));
    expect(
      readSnapshot(screen.doc)
        .factors.map(({ text }) => text)
        .sort(),
    ).toEqual(['After it', 'There before']);
    expect(before).toContain('There before');
    expect(one.closed).toBeNull();
  });
});

const map = (doc: Y.Doc, root: string) => doc.getMap<Y.Map<unknown>>(root);
const factorMap = (doc: Y.Doc, { factor }: Board) => map(doc, 'factors').get(factor) ?? new Y.Map();
const newFactor = (doc: Y.Doc, more: [string, unknown][]) =>
  map(doc, 'factors').set('forged', new Y.Map<unknown>([['in', doc.clientID], ...more]));
const sourcesOf = (one: Y.Map<unknown>) => one.get('sources') as Y.Map<unknown>;
const influence = (more: [string, unknown][]) =>
  new Y.Map<unknown>([['from', 'a'], ['to', 'b'], ['polarity', '+'], ...more]);

const FORGED: readonly [string, (doc: Y.Doc, made: Board) => unknown][] = [
  ['the title', (doc) => setMeta(doc, { title: 'Mine' })],
  ['the name of a unit', (doc, { unit }) => map(doc, 'units').get(unit)?.set('name', 'Mine')],
  ['the phase', (doc) => doc.getMap('session').set('phase', { id: 'p1' })],
  ['who may edit over a pause', (doc) => doc.getMap('session').set('mayEdit', ['me'])],
  ['a result', (doc) => map(doc, 'voteRounds').set('forged', new Y.Map([['text', 'Won']]))],
  ['a number', (doc, made) => factorMap(doc, made).set('no', 1)],
  ['another unit as source', (doc, made) => sourcesOf(factorMap(doc, made)).set('x', { unit: made.other })],
  [
    'another person as source',
    (doc, made) =>
      sourcesOf(factorMap(doc, made)).set(made.lead.participantId, { unit: made.unit, name: 'Dana' }),
  ],
  [
    'a link of another unit',
    (doc, { other }) => map(doc, 'influences').set('x', influence([['source', other]])),
  ],
  [
    'where another person puts a factor',
    (doc, made) => factorMap(doc, made).set(`at:${made.lead.participantId}`, { cell: null, phase: 'p1' }),
  ],
  ['a root of its own', (doc) => doc.getMap('mine').set('a', 1)],
  ['a key that every object has', (doc) => map(doc, 'factors').set('__proto__', new Y.Map([['in', 1]]))],
  ['a list where a record belongs', (doc) => doc.getMap('factors').set('forged', Y.Array.from([1]))],
  ['a document in a document', (doc) => doc.getMap('factors').set('forged', new Y.Doc())],
  ['drafts on the board', (doc) => doc.getMap('drafts').set('a', new Y.Map())],
  ['a factor with a number', (doc) => newFactor(doc, [['no', 99]])],
];

describe('[GUARD4] [GUARD5] [GUARD6] [GUARD8] [GUARD12] what a participant forges', () => {
  it('R3: is refused whatever it is, and no person sees anything of it', async () => {
    const made = await board();
    const looksOn = (await made.join('observer')).open();
    await saved(looksOn);
    const stateOf = () =>
      JSON.stringify([...looksOn.doc.share.keys()].map((root) => looksOn.doc.getMap(root)));
    const before = stateOf();
    const seen: string[] = [];
    looksOn.doc.on('update', () => seen.push(stateOf()));
    for (const [name, change] of FORGED) {
      const forger = (await made.join('participant')).open();
      await saved(forger);
      change(forger.doc, made);
      await until(() => {
        if (refusals(forger) === 0) throw new Error(`${name} was not refused`);
      });
      forger.close();
    }
    addFactors(made.screen.doc, { texts: ['After it'] }, { unit: null });
    await until(() => expect(stateOf()).toContain('After it'));
    expect(before).not.toContain('forged');
    const { factors, meta, units, voteRounds } = readSnapshot(looksOn.doc);
    expect(new Map(factors.map(({ text, no }) => [text, no]))).toEqual(
      new Map([
        ['There before', 1],
        ['After it', 2],
      ]),
    );
    expect([meta.title, units.map(({ name }) => name).includes('Mine'), voteRounds]).toEqual([
      'T',
      false,
      [],
    ]);
    expect(seen.filter((state) => state.includes('forged') || state.includes('Mine'))).toEqual([]);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('in');
  });

  it('R3: [GUARD10] in their private document neither', async () => {
    const { join } = await board();
    const privateDoc = (await join('participant')).openPrivateDoc();
    await saved(privateDoc);
    privateDoc.doc.getMap('session').set('phase', 'mine');
    await until(() => expect(refusals(privateDoc)).toBeGreaterThan(0));
    expect(readDrafts(privateDoc.doc)).toEqual([]);
  });
});

describe('[ROLE3] a code or link', () => {
  it('R5: gives its own role and no more, and takes none away', async () => {
    const { board: made, join, lead, session } = await board();
    const ask = async (ticket: object, token?: string) => {
      const { body } = await session.post('/api/join', ticket, token);
      return [body.role, body.participantId];
    };
    const byCode = await session.post('/api/join', { code: made.code });
    expect(byCode.body.role).toBe('participant');
    const told = async (token: string) => (await session.get(`/api/boards/${made.id}`, token)).body.code;
    const [observer, display] = [await join('observer'), await join('display')];
    expect([await told(observer.token), await told(display.token)]).toEqual([null, made.code]);
    expect((await session.get(`/api/boards/${made.id}/invites`, byCode.body.token)).status).toBe(403);
    expect(await ask({ code: made.code }, display.token)).toEqual(['participant', display.participantId]);
    expect(await ask({ invite: made.invites.display }, lead.token)).toEqual([
      'facilitator',
      lead.participantId,
    ]);
    const elsewhere = await session.newBoard();
    const [role, id] = await ask({ code: elsewhere.board.code }, lead.token);
    expect([role, id === lead.participantId]).toEqual(['participant', false]);
  });
});

describe('[HELLO1] [HELLO2] a tab of another version', () => {
  it('S3: is served with what both know, or told that it cannot be', async () => {
    const { join } = await board();
    const [old, newer] = [await join('participant'), await join('participant')];
    const none = old.open({ protocol: 0 });
    await until(() => expect(none.closed).toBe('malformed'));
    const later = newer.open({ protocol: 200 });
    await saved(later);
    addFactors(later.doc, { texts: ['From a newer tab'] }, { unit: null });
    await saved(later);
    expect(later.closed).toBeNull();
    expect(later.of('hello').at(-1)?.protocol).toBeLessThan(200);
  });
});
