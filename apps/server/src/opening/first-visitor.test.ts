import { addFactors, readSnapshot } from '@coherence/board';
import { encodeHello } from '@coherence/protocol';
import { afterEach, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { until } from '../testing/meeting.ts';
import { startTestServer } from '../testing/test-server.ts';
import { QUICK_MS, TRIAL_MIN_BYTES } from './opening-limits.ts';
import { tryOpening } from './trial.ts';
import type { TrialJob } from './trial.ts';

const FACTORS = 20;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const slowly = (job: TrialJob) => {
  const times = [0, QUICK_MS + 1];
  return tryOpening(job, () => times.shift() ?? 0);
};

/** A board from before there was a count of steps, which no person has opened yet and which takes long to open. */
async function start() {
  const server = await startTestServer({ tries: slowly });
  ends.push(() => server.server.stop());
  const board = await server.board();
  const key = { board: board.id, generation: 1, owner: '' };
  const doc = new Y.Doc();
  const texts = Array.from({ length: FACTORS }, () => 'word '.repeat(TRIAL_MIN_BYTES / 90));
  addFactors(doc, { texts }, { unit: null });
  await server.memory.append(key, Y.encodeStateAsUpdate(doc));
  server.memory.forgetTrial(key);
  const ids = readSnapshot(doc).factors.map(({ id }) => id);
  return { server, board, ids, path: `/api/boards/${board.id}` };
}

function connect(url: string) {
  const socket = new WebSocket(url);
  ends.push(() => socket.terminate());
  const frames: Uint8Array[] = [];
  const onClose = vi.fn<() => void>();
  socket.on('message', (frame: Buffer) => frames.push(frame));
  socket.on('open', () => socket.send(encodeHello({ protocol: 1, generation: 2, limits: null })));
  socket.on('close', onClose);
  return { frames, onClose };
}

it('[LOAD3] who asks first for a board that is healed waits and is served, and so are those beside them', async () => {
  const { server, board, path } = await start();
  const tab = connect(`${server.socketBase}/${board.id}?token=${board.token}`);
  const asked = await Promise.all([
    server.get(path, board.token),
    server.post('/api/join/preview', { code: board.code }),
    server.get(`${path}/export/board.json`, board.token),
  ]);
  expect(asked.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(asked[0].body).toMatchObject({ generation: 2, counts: { factors: FACTORS } });
  await until(() => expect(tab.frames.length).toBeGreaterThan(0));
  expect(tab.onClose).not.toHaveBeenCalled();
  expect(server.logLines.filter((line) => line.includes('document-healed'))).toHaveLength(1);
});

it('[LOAD3] a board that is redacted before any person has opened it is healed first, and then redacted', async () => {
  const { server, board, ids, path } = await start();
  const redact = { type: 'redact', factorIds: ids.slice(0, 1) };
  const redacted = await server.post(`${path}/commands`, redact, board.token);
  expect(redacted).toMatchObject({ status: 200, body: { generation: 3 } });
  const { body } = await server.get(`${path}/export/board.json`, board.token);
  expect(body.factors.filter(({ text }: { text: string }) => text === '[redacted]')).toHaveLength(1);
});
