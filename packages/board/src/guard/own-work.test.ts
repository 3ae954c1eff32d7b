import { expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { guardUpdate, type GuardPolicy } from './guard.ts';

const POLICY: GuardPolicy = {
  role: 'participant',
  locked: false,
  step: 'sync-step-2',
  speaker: { participant: 'dana', name: 'Dana', units: ['si'] },
};
const SOURCES = 300;

function sourcesIn(doc: Y.Doc): Y.Map<unknown> {
  const record = doc.getMap<Y.Map<unknown>>('factors').get('f');
  const sources = record?.get('sources');
  if (!(sources instanceof Y.Map)) throw new Error('no sources');
  return sources;
}

it('[STEPS6] reads the sources of a factor once, however many of them an update writes', () => {
  const server = new Y.Doc();
  const record = new Y.Map<unknown>([
    ['kind', 'factor'],
    ['in', 1],
    ['text', new Y.Text('words')],
    ['sources', new Y.Map()],
  ]);
  server.getMap('factors').set('f', record);
  const author = new Y.Doc();
  const write = () => {
    for (let at = 0; at < SOURCES; at += 1) sourcesIn(author).set(`s${at}`, { unit: 'si', words: 'said' });
  };
  Y.applyUpdate(author, Y.encodeStateAsUpdate(server));
  author.transact(write);
  Y.applyUpdate(server, Y.encodeStateAsUpdate(author));
  author.transact(write);
  const update = Y.encodeStateAsUpdate(author, Y.encodeStateVector(server));
  const reads = vi.spyOn(Y.Map.prototype, 'toJSON');
  try {
    expect(guardUpdate(Y.decodeUpdate(update), server, POLICY)).toMatchObject({ ok: true });
    expect(reads.mock.calls.length).toBeLessThan(10);
  } finally {
    reads.mockRestore();
  }
});
