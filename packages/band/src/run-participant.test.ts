import { phaseSchema, readDrafts, writeSession } from '@coherence/board';
import { expect, it, vi } from 'vitest';
import { runParticipant } from './run-participant.ts';
import type { Material } from './material.ts';
import { pretendOnBoard } from './testing/on-board.ts';

const MATERIAL: Material = { thoughts: [{ row: 'interfering', column: 'roles', wordings: ['Unclear'] }] };
const ALL_AT_ONCE = { material: MATERIAL, seed: 1, says: MATERIAL.thoughts, speed: Infinity };
const PHASES = ['one', 'two'].map((id) => phaseSchema.parse({ id, kind: 'write', title: id }));

function somebody() {
  const one = pretendOnBoard();
  writeSession(one.board.doc, { agenda: PHASES });
  const begin = (id: string) => writeSession(one.board.doc, { phase: { id, startedAt: 1, endsAt: null } });
  return { ...one, begin };
}

it('waits without looking until there is news, does what there is to do once, and stops at the signal', async () => {
  const { pretend, begin, told } = somebody();
  const leaving = new AbortController();
  const life = runParticipant(pretend, { ...ALL_AT_ONCE, signal: leaving.signal });
  begin('one');
  await vi.waitUntil(() => told.length === 1);
  begin('two');
  await vi.waitUntil(() => told.length === 2);
  begin('one');
  leaving.abort();
  await life;
  expect(readDrafts(pretend.privateDoc).map(({ phase }) => phase)).toEqual(['one', 'two']);
  expect(told).toEqual(['done', 'done', 'stopped listening']);
});

it('goes on in the document that comes after a new generation', async () => {
  const { board, pretend, told, tell } = somebody();
  const leaving = new AbortController();
  const life = runParticipant(pretend, { ...ALL_AT_ONCE, signal: leaving.signal });
  board.doc = somebody().board.doc;
  writeSession(board.doc, { phase: { id: 'two', startedAt: 1, endsAt: null } });
  tell();
  await vi.waitUntil(() => told.length === 1);
  leaving.abort();
  await life;
  expect(readDrafts(pretend.privateDoc).map(({ phase }) => phase)).toEqual(['two']);
});

it('ends by itself when the server has let them go, and says so when it refuses what they do', async () => {
  const { signal } = new AbortController();
  const removed = somebody();
  const life = runParticipant(removed.pretend, { ...ALL_AT_ONCE, signal });
  removed.board.isGone = true;
  removed.tell();
  await life;
  expect(removed.told).toEqual(['stopped listening']);
  const refused = somebody();
  refused.begin('one');
  const sayDone = async () => Promise.reject(new Error('not now'));
  const pretend = { ...refused.pretend, sayDone };
  await expect(runParticipant(pretend, { ...ALL_AT_ONCE, signal })).rejects.toThrow('not now');
});
