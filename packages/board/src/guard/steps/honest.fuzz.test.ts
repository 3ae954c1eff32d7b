import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoard } from '../../create.ts';
import { renewBoard } from '../../generation.ts';
import { actOnce } from '../../testing/person.ts';
import { randomFrom } from '../../testing/replicas.ts';
import { openUndo } from '../../undo.ts';
import { guardUpdate, type GuardPolicy } from '../guard.ts';

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);
const POLICY: GuardPolicy = { role: 'facilitator', locked: false, step: 'sync-step-2' };

type Person = { readonly doc: Y.Doc; readonly undo: ReturnType<typeof openUndo>; queue: Uint8Array[] };

function join(server: Y.Doc): Person {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
  const person: Person = { doc, undo: openUndo(doc), queue: [] };
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== server) person.queue.push(update);
  });
  return person;
}

function send(server: Y.Doc, update: Uint8Array): void {
  const verdict = guardUpdate(Y.decodeUpdate(update), server, POLICY);
  expect(verdict).toMatchObject({ ok: true });
  Y.applyUpdate(server, update);
}

describe('what people really do', () => {
  it.each(SEEDS)('[STEPS3] [STEPS5] is never refused: undo, redo, offline, generations, seed %i', (seed) => {
    const random = randomFrom(seed);
    const made = createBoard({ title: 'Fuzz', units: [{ name: 'Teaching' }, { name: 'Finance' }] });
    if (!made.ok) throw new Error(made.error.code);
    let server = made.value;
    let people = [0, 1, 2].map(() => join(server));
    let words = 0;
    for (let step = 0; step < 140; step += 1) {
      const person = random.pick(people);
      if (person === undefined) throw new Error('nobody');
      const dice = random.next();
      if (dice < 0.5) person.undo.step(() => actOnce(person.doc, random, () => `w${(words += 1)} `));
      else if (dice < 0.65) person.undo.undo();
      else if (dice < 0.75) person.undo.redo();
      else if (dice < 0.98) {
        // One by one as they were made, all in one, or everything there is.
        const way = random.below(3);
        if (way === 0) for (const update of person.queue) send(server, update);
        else if (way === 1 && person.queue.length > 0) send(server, Y.mergeUpdates(person.queue));
        else send(server, Y.encodeStateAsUpdate(person.doc, Y.encodeStateVector(server)));
        person.queue = [];
        Y.applyUpdate(person.doc, Y.encodeStateAsUpdate(server), server);
      } else {
        for (const { doc } of people) send(server, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)));
        server = renewBoard(server);
        people = people.map(() => join(server));
      }
    }
  });

  it('[STEPS5] has several values of one key in one item, once a person with undo has moved something about', () => {
    const doc = new Y.Doc();
    const record = new Y.Map<unknown>([
      ['kind', 'factor'],
      ['text', new Y.Text('words')],
      ['in', 1],
    ]);
    doc.getMap('factors').set('f', record);
    const undo = new Y.UndoManager(doc.getMap('factors'), { captureTimeout: 0 });
    for (let at = 0; at < 5; at += 1) record.set('pos', [at, 0, 206]);
    const update = Y.encodeStateAsUpdate(doc);
    const lengths = Y.decodeUpdate(update).structs.map(({ length }) => length);
    expect(lengths.slice(-2)).toEqual([4, 1]);
    const server = new Y.Doc();
    server.getMap('factors');
    expect(guardUpdate(Y.decodeUpdate(update), server, POLICY)).toMatchObject({ ok: true });
    undo.destroy();
  });
});
