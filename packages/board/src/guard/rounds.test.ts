import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoard } from '../create.ts';
import { boardFileSchema } from '../file/board-file.ts';
import { mergeIntoBoard } from '../file/from-file.ts';
import { voteResult } from '../projections/vote-result.ts';
import { closeRound, tally } from '../session/tally.ts';
import { readSnapshot } from '../snapshot.ts';
import { roundOf } from '../testing/open-round.ts';
import { openUndo } from '../undo.ts';
import { guardUpdate } from './guard.ts';

const FILE = boardFileSchema.parse({
  schema: 'coherence-board/1',
  title: 'Last year',
  factors: [{ id: 'a', text: 'Unclear roles', kind: 'factor' }],
  voteRounds: [{ id: 'v', text: 'Then', results: { a: 5 }, voters: { a: 3 } }],
});

/** A board with the round `counted` of its own, and a facilitator's copy whose changes the server judges. */
function board() {
  const made = createBoard({ title: 'T' });
  if (!made.ok) throw new Error(made.error.code);
  const server = made.value;
  const round = roundOf({ id: 'counted', identity: 'named' });
  const ballots = [{ id: 'p', ballot: { a: [2] }, unit: '', name: '', own: true }];
  closeRound(server, round, tally(round, ballots), new Date(0));
  const client = new Y.Doc();
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
  const send = (change: (doc: Y.Doc) => unknown) => {
    const updates: Uint8Array[] = [];
    const collect = (update: Uint8Array) => updates.push(update);
    client.on('update', collect);
    change(client);
    client.off('update', collect);
    return updates.map((update) => {
      const decoded = Y.decodeUpdate(update);
      const verdict = guardUpdate(decoded, server, { role: 'facilitator', locked: false, step: 'update' });
      if (verdict.ok) Y.applyUpdate(server, update);
      return verdict.ok ? 'taken' : verdict.error.code;
    });
  };
  return { server, client, send };
}

const rounds = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>('voteRounds');
const roundIn = (doc: Y.Doc, id: string) => rounds(doc).get(id) as Y.Map<unknown>;
const importedId = (doc: Y.Doc) => [...rounds(doc).keys()].find((id) => id !== 'counted') ?? '';
const fake = (more: Record<string, unknown> = {}) =>
  new Y.Map<unknown>([
    ['in', 1],
    ['text', new Y.Text('Forged')],
    ['results', { a: 99 }],
    ...Object.entries(more),
  ]);

describe('[GUARD13] what votes came to', () => {
  it('comes along with a file, says so, and can be taken off and put back', () => {
    const { server, client, send } = board();
    const undo = openUndo(client);
    expect(new Set(send((doc) => undo.step(() => mergeIntoBoard(doc, FILE, 0))))).toEqual(new Set(['taken']));
    const shown = () =>
      readSnapshot(server)
        .voteRounds.map(({ imported }) => imported)
        .toSorted();
    expect(shown()).toEqual([null, true].toSorted());
    expect(voteResult(readSnapshot(server), importedId(server))?.imported).toBe(true);
    expect(voteResult(readSnapshot(server), 'counted')?.imported).toBe(false);
    expect(send(() => undo.undo())).toEqual(['taken']);
    expect(shown()).toEqual([null]);
    expect(send(() => undo.redo())).toEqual(['taken']);
    expect(shown()).toHaveLength(2);
  });

  it('comes along in one whole difference, as after a time without a connection', () => {
    const { server, client } = board();
    mergeIntoBoard(client, FILE, 0);
    const whole = Y.decodeUpdate(Y.encodeStateAsUpdate(client, Y.encodeStateVector(server)));
    expect(
      guardUpdate(whole, server, { role: 'facilitator', locked: false, step: 'sync-step-2' }),
    ).toMatchObject({ ok: true });
  });

  it.each<[string, (doc: Y.Doc) => unknown]>([
    ['a result changed', (doc) => roundIn(doc, 'counted').set('results', { a: 99 })],
    ['a result deleted', (doc) => roundIn(doc, 'counted').delete('results')],
    ['a round taken off', (doc) => roundIn(doc, 'counted').delete('in')],
    ['a round deleted', (doc) => rounds(doc).delete('counted')],
    ['a round replaced', (doc) => rounds(doc).set('counted', fake({ imported: true }))],
    ['its question reworded', (doc) => (roundIn(doc, 'counted').get('text') as Y.Text).insert(0, 'Not ')],
    ['a round that says it came with a file', (doc) => roundIn(doc, 'counted').set('imported', true)],
    ['a new round', (doc) => rounds(doc).set('new', fake())],
    ['a new round with a mark that is none', (doc) => rounds(doc).set('new', fake({ imported: false }))],
    ['a round as a plain value', (doc) => doc.getMap('voteRounds').set('new', { in: 1, imported: true })],
    [
      'a new round whose mark is taken away as it comes',
      (doc) =>
        doc.transact(() => {
          rounds(doc).set('new', fake({ imported: true }));
          roundIn(doc, 'new').delete('imported');
        }),
    ],
    [
      'two rounds of one id, one of them marked',
      (doc) =>
        doc.transact(() => {
          rounds(doc).set('new', fake({ imported: true }));
          rounds(doc).set('new', fake());
        }),
    ],
  ])('is no person’s to write: %s', (_what, change) => {
    const { server, send } = board();
    const before = readSnapshot(server);
    expect(send(change)).toEqual(['role']);
    expect(readSnapshot(server)).toEqual(before);
  });

  it('is no person’s to write in what came with a file either, its mark least of all', () => {
    const changes: ((round: Y.Map<unknown>) => unknown)[] = [
      (round) => round.delete('imported'),
      (round) => round.set('imported', false),
      (round) => round.set('results', { a: 99 }),
      (round) => (round.get('text') as Y.Text).insert(0, 'Not '),
    ];
    for (const change of changes) {
      const { client, send } = board();
      send((doc) => mergeIntoBoard(doc, FILE, 0));
      expect(send((doc) => change(roundIn(doc, importedId(client))))).toEqual(['role']);
    }
  });

  it('cannot be marked on one round for another of the same id that is long deleted', () => {
    const { server, send } = board();
    rounds(server).set('old', fake());
    rounds(server).delete('old');
    expect(send((doc) => rounds(doc).set('old', fake({ imported: true })))).toEqual(['role']);
  });

  it('keeps its mark when the deletion of the mark comes in the same message', () => {
    const { server, client } = board();
    const before = Y.encodeStateVector(client);
    rounds(client).set('new', fake({ imported: true }));
    const born = Y.decodeUpdate(Y.encodeStateAsUpdate(client, before));
    roundIn(client, 'new').delete('imported');
    const { ds } = Y.decodeUpdate(Y.encodeStateAsUpdate(client, before));
    const policy = { role: 'facilitator', locked: false, step: 'update' } as const;
    expect(guardUpdate(born, server, policy)).toMatchObject({ ok: true });
    expect(guardUpdate({ ...born, ds }, server, policy)).toMatchObject({ error: { code: 'role' } });
  });
});
