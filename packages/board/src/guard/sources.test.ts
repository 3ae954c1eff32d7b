import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoard } from '../create.ts';
import { addFactors, setFactorUnit } from '../operations/factors/factor.ts';
import { placeFactor, settlePlace } from '../operations/factors/placing.ts';
import { addInfluence } from '../operations/map/influence.ts';
import { mergeUnits } from '../operations/units/merge-units.ts';
import { guardUpdate, type GuardPolicy } from './guard.ts';
import type { Speaker } from './sources.ts';

const DANA: Speaker = { participant: 'dana', name: 'Dana', units: ['si'] };
const PARTICIPANT: GuardPolicy = { role: 'participant', locked: false, step: 'update', speaker: DANA };

/** A board of two units with a factor `theirs` of the unit fp, named by Omar too, and a link of that unit. */
function board() {
  const units = ['si', 'fp', 'hr'].map((id) => ({ id, name: id }));
  const made = createBoard({ title: 'T', units });
  if (!made.ok) throw new Error(made.error.code);
  const server = made.value;
  const [theirs = '', plain = ''] = ['Unclear roles', 'Turnover'].flatMap((text, index) => {
    const added = addFactors(server, { texts: [text] }, { unit: index === 0 ? 'fp' : null });
    return added.ok ? added.value : [];
  });
  sources(server, theirs).set('omar', { unit: 'fp', name: 'Omar' });
  const linked = addInfluence(server, { from: theirs, to: plain, polarity: '+' }, { unit: 'fp' });
  if (!linked.ok) throw new Error(linked.error.code);
  const client = new Y.Doc();
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
  /** What the server does with the change, as the client sends it; `hide` leaves out what it deletes. */
  const judge = (
    change: (doc: Y.Doc) => unknown,
    policy: Partial<GuardPolicy> = {},
    { hide = false } = {},
  ) => {
    const before = Y.encodeStateVector(client);
    change(client);
    const update = Y.encodeStateAsUpdate(client, before);
    const decoded = Y.decodeUpdate(update);
    if (hide) decoded.ds.clients.clear();
    const verdict = guardUpdate(decoded, server, { ...PARTICIPANT, ...policy });
    if (verdict.ok) Y.applyUpdate(server, update);
    return verdict;
  };
  return { server, client, judge, theirs, plain, influence: linked.value };
}

function record(doc: Y.Doc, root: 'factors' | 'influences', id: string): Y.Map<unknown> {
  return doc.getMap(root).get(id) as Y.Map<unknown>;
}

function sources(doc: Y.Doc, id: string): Y.Map<unknown> {
  return record(doc, 'factors', id).get('sources') as Y.Map<unknown>;
}

const refused = { error: { code: 'role', lasting: true } };
const taken = { ok: true };

describe('[GUARD12] who says something', () => {
  it('is oneself: own unit, own name, nobody', () => {
    const { judge, theirs, plain } = board();
    expect(judge((doc) => addFactors(doc, { texts: ['a'] }, { unit: 'si' }))).toMatchObject(taken);
    expect(judge((doc) => addFactors(doc, { texts: ['a'] }, { unit: null }))).toMatchObject(taken);
    expect(judge((doc) => setFactorUnit(doc, theirs, 'si', true))).toMatchObject(taken);
    expect(judge((doc) => setFactorUnit(doc, theirs, 'si', false))).toMatchObject(taken);
    expect(
      judge((doc) => sources(doc, plain).set('x', { unit: 'si', name: 'Dana', words: 'w' })),
    ).toMatchObject(taken);
    expect(judge((doc) => addInfluence(doc, { from: plain, to: theirs }, { unit: 'si' }))).toMatchObject(
      taken,
    );
    expect(
      judge((doc) => addInfluence(doc, { from: theirs, to: plain, polarity: '-' }, { unit: 'si' })),
    ).toMatchObject(taken);
    const place = { row: 'interfering', column: 'roles', phase: 'p', by: 'dana' } as const;
    expect(judge((doc) => placeFactor(doc, { ...place, id: plain }))).toMatchObject(taken);
  });

  it.each<[string, (doc: Y.Doc, ids: ReturnType<typeof board>) => unknown]>([
    ['a new factor of another unit', (doc) => addFactors(doc, { texts: ['a'] }, { unit: 'hr' })],
    ['another unit that says it too', (doc, { plain }) => sources(doc, plain).set('hr', { unit: 'hr' })],
    ['another name', (doc, { plain }) => sources(doc, plain).set('x', { unit: 'si', name: 'Omar' })],
    [
      'a unit inside a map of its own',
      (doc, { plain }) => sources(doc, plain).set('x', new Y.Map([['unit', 'hr']])),
    ],
    ['a map of its own without a word', (doc, { plain }) => sources(doc, plain).set('x', new Y.Map())],
    [
      'sources as a plain value',
      (doc, { plain }) => record(doc, 'factors', plain).set('sources', { hr: { unit: 'hr' } }),
    ],
    ['a new unit under its key', (doc, { theirs }) => sources(doc, theirs).set('fp', { unit: 'si' })],
    ['a unit taken away', (doc, { theirs }) => setFactorUnit(doc, theirs, 'fp', false)],
    ['a name taken away', (doc, { theirs }) => sources(doc, theirs).delete('omar')],
    ['all sources replaced', (doc, { theirs }) => record(doc, 'factors', theirs).set('sources', new Y.Map())],
    ['all sources taken away', (doc, { theirs }) => record(doc, 'factors', theirs).delete('sources')],
    ['the record replaced', (doc, { theirs }) => doc.getMap('factors').set(theirs, new Y.Map([['in', 1]]))],
    ['the record deleted', (doc, { theirs }) => doc.getMap('factors').delete(theirs)],
    [
      'a link of another unit',
      (doc, { theirs, plain }) => addInfluence(doc, { from: plain, to: theirs }, { unit: 'hr' }),
    ],
    [
      'a link of another person',
      (doc, { theirs, plain }) =>
        addInfluence(
          doc,
          { from: plain, to: theirs, source: { kind: 'person', id: 'omar' } },
          { unit: null },
        ),
    ],
    [
      'the source of a link',
      (doc, { influence }) => record(doc, 'influences', influence).set('source', { kind: 'unit', id: 'si' }),
    ],
    [
      'the source of a link as a map',
      (doc, { influence }) =>
        record(doc, 'influences', influence).set('source', new Y.Map([['kind', 'unit']])),
    ],
    [
      'no source for a link that has one',
      (doc, { influence }) => record(doc, 'influences', influence).delete('source'),
    ],
    ['a link deleted', (doc, { influence }) => doc.getMap('influences').delete(influence)],
    [
      'where another person put it',
      (doc, { plain }) =>
        placeFactor(doc, { id: plain, row: 'interfering', column: 'roles', phase: 'p', by: 'omar' }),
    ],
  ])('is no other person: %s', (what, change) => {
    const made = board();
    expect(made.judge((doc) => change(doc, made))).toMatchObject(refused);
    const asFacilitator = board();
    const isForNobody = what.includes('map') || what.includes('replaced') || what.includes('deleted');
    expect(asFacilitator.judge((doc) => change(doc, asFacilitator), { role: 'facilitator' })).toMatchObject(
      isForNobody && what !== 'all sources replaced' ? { error: { code: 'unknown', lasting: true } } : taken,
    );
  });

  it('is the room it was, once a room has named a link', () => {
    const room = { id: 'r1', name: 'Room 1' };
    const changes: ((doc: Y.Doc, id: string) => unknown)[] = [
      (doc, id) => record(doc, 'influences', id).set('room', { id: 'r2', name: 'Room 2' }),
      (doc, id) => record(doc, 'influences', id).delete('room'),
      (doc, id) => doc.getMap('influences').delete(id),
    ];
    for (const change of changes) {
      const { judge, theirs, plain } = board();
      let named = '';
      const name = (doc: Y.Doc) => {
        const linked = addInfluence(doc, { from: plain, to: theirs }, { unit: 'si', room });
        named = linked.ok ? linked.value : '';
      };
      expect(judge(name)).toMatchObject(taken);
      expect(judge((doc) => record(doc, 'influences', named).set('polarity', '-'))).toMatchObject(taken);
      expect(judge((doc) => record(doc, 'influences', named).delete('in'))).toMatchObject(taken);
      expect(judge((doc) => change(doc, named))).toMatchObject(refused);
    }
  });

  it('is no other person when what is overwritten is not named as deleted', () => {
    const changes: ((doc: Y.Doc, ids: ReturnType<typeof board>) => unknown)[] = [
      (doc, { theirs }) => sources(doc, theirs).set('fp', { unit: 'si' }),
      (doc, { theirs }) => record(doc, 'factors', theirs).set('sources', new Y.Map()),
      (doc, { theirs }) => doc.getMap('factors').set(theirs, new Y.Map([['in', 1]])),
      (doc, { influence }) => doc.getMap('influences').set(influence, new Y.Map([['in', 1]])),
      (doc, { influence }) => record(doc, 'influences', influence).set('source', { kind: 'unit', id: 'si' }),
    ];
    for (const change of changes) {
      const made = board();
      expect(made.judge((doc) => change(doc, made), {}, { hide: true })).toMatchObject(refused);
    }
  });

  it.each<[string, (doc: Y.Doc, ids: ReturnType<typeof board>) => unknown]>([
    ['of a factor', (doc, { plain }) => (sources(doc, plain).get('x') as Y.Map<unknown>).set('unit', 'hr')],
    [
      'of a factor, taking its name out',
      (doc, { plain }) => (sources(doc, plain).get('x') as Y.Map<unknown>).delete('name'),
    ],
    [
      'of a link',
      (doc, { influence }) =>
        (record(doc, 'influences', influence).get('source') as Y.Map<unknown>).set('id', 'hr'),
    ],
  ])('is no other person inside a source from before that is a map: %s', (_what, change) => {
    const made = board();
    const { client, influence, judge, plain, server } = made;
    const own = new Y.Map<unknown>([
      ['unit', 'si'],
      ['name', 'Dana'],
    ]);
    sources(server, plain).set('x', own);
    const ownLink = new Y.Map<unknown>([
      ['kind', 'unit'],
      ['id', 'si'],
    ]);
    record(server, 'influences', influence).set('source', ownLink);
    Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
    expect(judge((doc) => change(doc, made))).toMatchObject(refused);
  });

  it('may be taken off where others put a factor, once its place is settled', () => {
    const { client, judge, plain, server } = board();
    placeFactor(server, { id: plain, row: 'interfering', column: 'roles', phase: 'p', by: 'omar' });
    Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
    expect(
      judge((doc) => settlePlace(doc, { id: plain, row: 'interfering', column: 'roles' })),
    ).toMatchObject(taken);
    expect([...record(server, 'factors', plain).keys()].filter((key) => key.startsWith('at:'))).toEqual([]);
  });

  it('may be a unit one has left, or one that was merged into one’s own', () => {
    const { server, judge } = board();
    const moved = { speaker: { ...DANA, units: ['hr', 'si'] } };
    expect(judge((doc) => addFactors(doc, { texts: ['a'] }, { unit: 'si' }), moved)).toMatchObject(taken);
    const other = board();
    const elsewhere = (doc: Y.Doc) => setFactorUnit(doc, other.plain, 'fp', true);
    expect(other.judge(elsewhere, moved)).toMatchObject(refused);
    mergeUnits(server, 'fp', 'si');
    expect(judge((doc) => addFactors(doc, { texts: ['a'] }, { unit: 'fp' }), moved)).toMatchObject(taken);
    const notYetMoved = { speaker: { ...DANA, units: ['fp'] } };
    expect(judge((doc) => addFactors(doc, { texts: ['a'] }, { unit: 'si' }), notYetMoved)).toMatchObject(
      taken,
    );
  });

  it('leaves words, place, group and the rest of what others said to all people', () => {
    const { judge, theirs, influence } = board();
    const change = (doc: Y.Doc) => {
      (record(doc, 'factors', theirs).get('text') as Y.Text).insert(0, 'Very ');
      record(doc, 'factors', theirs).set('cell', ['interfering', 'roles', 'a0']);
      record(doc, 'factors', theirs).delete('in');
      record(doc, 'influences', influence).set('polarity', '-');
    };
    expect(judge(change)).toMatchObject(taken);
  });
});

it('[GUARD6] a number that was given cannot be written over', () => {
  for (const hide of [true, false]) {
    for (const role of ['participant', 'facilitator'] as const) {
      const { server, client, judge, plain } = board();
      record(server, 'factors', plain).set('no', 12);
      Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
      expect(judge((doc) => record(doc, 'factors', plain).set('no', 1), { role }, { hide })).toMatchObject({
        error: { code: 'role', lasting: true },
      });
    }
  }
});
