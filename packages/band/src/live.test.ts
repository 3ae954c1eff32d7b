import { createBoard, phaseSchema, readDrafts, watchSession, writeSession } from '@coherence/board';
import { expect, it, vi } from 'vitest';
import { Doc } from 'yjs';
import { live } from './live.ts';
import type { Material } from './material.ts';
import type { Pretend } from './pretend.ts';

const MATERIAL: Material = { thoughts: [{ row: 'interfering', column: 'roles', wordings: ['Unclear'] }] };
const ALL_AT_ONCE = { material: MATERIAL, seed: 1, says: MATERIAL.thoughts, speed: Infinity };
const PHASES = ['one', 'two'].map((id) => phaseSchema.parse({ id, kind: 'write', title: id }));

function somebody(sayDone?: Pretend['sayDone']) {
  const made = createBoard({ title: 'T', units: [] });
  if (!made.ok) throw new Error(made.error.message);
  const board = { doc: made.value, isGone: false };
  writeSession(board.doc, { agenda: PHASES });
  let tell = (): void => undefined;
  const told: string[] = [];
  const pretend: Pretend = {
    id: 'me',
    name: 'Me',
    actor: { unit: null },
    get doc() {
      return board.doc;
    },
    mine: new Doc(),
    get isGone() {
      return board.isGone;
    },
    show: () => undefined,
    saved: async () => undefined,
    onNews(listener) {
      tell = listener;
      watchSession(board.doc, listener);
      return () => void told.push('stopped listening');
    },
    sayDone: sayDone ?? (async () => void told.push('done')),
    passTurn: async () => undefined,
    leave: () => undefined,
  };
  const begin = (id: string) => writeSession(board.doc, { phase: { id, startedAt: 1, endsAt: null } });
  return { board, pretend, begin, told, tell: () => tell() };
}

it('waits without looking until there is news, does what there is to do once, and stops at the signal', async () => {
  const { pretend, begin, told } = somebody();
  const leaving = new AbortController();
  const life = live(pretend, { ...ALL_AT_ONCE, signal: leaving.signal });
  begin('one');
  await vi.waitUntil(() => told.length === 1);
  begin('two');
  await vi.waitUntil(() => told.length === 2);
  begin('one');
  leaving.abort();
  await life;
  expect(readDrafts(pretend.mine).map(({ phase }) => phase)).toEqual(['one', 'two']);
  expect(told).toEqual(['done', 'done', 'stopped listening']);
});

it('goes on in the document that comes after a new generation', async () => {
  const { board, pretend, told, tell } = somebody();
  const leaving = new AbortController();
  const life = live(pretend, { ...ALL_AT_ONCE, signal: leaving.signal });
  board.doc = somebody().board.doc;
  writeSession(board.doc, { phase: { id: 'two', startedAt: 1, endsAt: null } });
  tell();
  await vi.waitUntil(() => told.length === 1);
  leaving.abort();
  await life;
  expect(readDrafts(pretend.mine).map(({ phase }) => phase)).toEqual(['two']);
});

it('ends by itself when the server has let them go, and says so when it refuses what they do', async () => {
  const { signal } = new AbortController();
  const removed = somebody();
  const life = live(removed.pretend, { ...ALL_AT_ONCE, signal });
  removed.board.isGone = true;
  removed.tell();
  await life;
  expect(removed.told).toEqual(['stopped listening']);
  const refused = somebody(async () => Promise.reject(new Error('not now')));
  refused.begin('one');
  await expect(live(refused.pretend, { ...ALL_AT_ONCE, signal })).rejects.toThrow('not now');
});
