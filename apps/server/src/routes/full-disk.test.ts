import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ManualClock } from '../time/manual-clock.ts';
import { until } from '../testing/meeting.ts';
import { PATIENCE_MS, withPatience } from '../storage/patience.ts';
import type { Directory } from '../storage/storage.ts';
import { startTestServer } from '../testing/test-server.ts';

type TestServer = Awaited<ReturnType<typeof startTestServer>>;
let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.server.stop());

const CANNOT_SAVE = [503, 'cannot-save'];
const codeOf = (reply: Awaited<ReturnType<TestServer['post']>>) => [reply.status, reply.body.error?.code];

describe('while the disk is full', () => {
  it('whatever must be stored is refused at once, and nothing of it is there later', async () => {
    const board = await server.board();
    server.faults.appendError = 'full';
    expect(codeOf(await server.post('/api/boards', { title: 'New' }))).toEqual(CANNOT_SAVE);
    expect(codeOf(await server.post('/api/join', { code: board.code }))).toEqual(CANNOT_SAVE);
    const rotate = { type: 'rotate-code' };
    const commands = `/api/boards/${board.id}/commands`;
    expect(codeOf(await server.post(commands, rotate, board.token))).toEqual(CANNOT_SAVE);
    server.faults.appendError = null;
    expect((await server.post('/api/join', { code: board.code })).status).toBe(200);
  });

  it('a change to the board is answered soon, said to be coming, and there once there is space', async () => {
    const board = await server.board({ title: 'Before' });
    const path = `/api/boards/${board.id}`;
    server.faults.appendError = 'full';
    const rename = { type: 'rename-board', title: 'After' };
    const refused = await server.post(`${path}/commands`, rename, board.token);
    expect(codeOf(refused)).toEqual(CANNOT_SAVE);
    expect(refused.body.error.message).toContain('as soon as it can');
    expect(refused.headers.get('retry-after')).toBe('30');

    const second = await server.post(`${path}/commands`, { ...rename, title: 'Later' }, board.token);
    expect(second.body.error.message).toContain('Nothing was changed');

    expect((await server.get(path, board.token)).body.title).toBe('After');
    expect((await server.get(`${path}/export/board.json`, board.token)).body.title).toBe('After');
    expect((await server.post('/api/join/preview', { code: board.code })).body.title).toBe('After');
    server.faults.appendError = null;
    // The next try to store may be seconds away.
    await until(async () => {
      const third = await server.post(
        `${path}/commands`,
        { type: 'rename-board', title: 'Last' },
        board.token,
      );
      expect(third.status).toBe(200);
    }, 10_000);
    expect((await server.get(path, board.token)).body.title).toBe('Last');
  }, 30_000);
});

describe('whether the server is ready', () => {
  it('[SAVE2] is whether a write is stored: not while the disk is full, and again once there is space', async () => {
    const ready = async () => {
      const { status, body } = await server.get('/health/ready');
      return [status, body.reason];
    };
    server.faults.appendError = 'full';
    await until(async () => expect(await ready()).toEqual([503, 'storage']), 10_000);
    server.faults.appendError = null;
    await until(async () => expect(await ready()).toEqual([200, undefined]), 10_000);
  }, 30_000);
});

describe('while a commit stalls', () => {
  it('reads wait no longer than it takes to notice', async () => {
    const board = await server.board({ title: 'Before' });
    const path = `/api/boards/${board.id}`;
    const release = server.faults.stall();
    const renaming = server.post(`${path}/commands`, { type: 'rename-board', title: 'After' }, board.token);
    expect((await server.get(path, board.token)).status).toBe(200);
    expect(codeOf(await renaming)).toEqual(CANNOT_SAVE);
    expect((await server.get(path, board.token)).body.title).toBe('After');
    release();
  }, 20_000);

  it('a store that does not answer is given up after a while', async () => {
    const clock = new ManualClock();
    const silent = { participant: () => new Promise(() => {}) } as unknown as Directory;
    const asked = withPatience(silent, clock)
      .participant('p1')
      .catch((error: Error) => error.message);
    await clock.advance(PATIENCE_MS);
    expect(await asked).toBe('the store does not answer');
  });
});
