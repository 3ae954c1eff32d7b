import { connect } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { HeldBytes } from '../http/shares/held-bytes.ts';
import { until } from '../testing/meeting.ts';
import { isEmpty } from '../storage/port/port.ts';
import type { Batch } from '../storage/port/port.ts';
import { MemoryPort } from '../storage/testing/memory-port.ts';
import { MemoryStorage } from '../storage/testing/memory-storage.ts';
import { NAMED_BYTES_MAX } from '../storage/version-room.ts';
import { startTestServer } from '../testing/test-server.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function start(over: Parameters<typeof startTestServer>[0] = {}) {
  const server = await startTestServer(over);
  ends.push(() => server.server.stop());
  return server;
}

/** A store that waits for `before` with each batch. */
function waitingStore(before: (batch: Batch) => Promise<void>): MemoryStorage {
  class Waiting extends MemoryPort {
    override async write(batch: Batch) {
      await before(batch);
      return super.write(batch);
    }
  }
  return new MemoryStorage(new Waiting());
}

/** The boards that this batch brings a newcomer to; a new board brings its creator along. */
const joinedIn = ({ first, puts = [] }: Batch): string[] =>
  first === undefined ? puts.flatMap((put) => (put.table === 'participants' ? [put.record.board] : [])) : [];

it('[SHARE26] who joins by the name of a facilitator is shown with a mark, also when they come back', async () => {
  const { board: newBoard, post, get } = await start();
  const board = await newBoard();
  await post('/api/join', { invite: board.invites.facilitator, name: 'Dana' });
  const { body: joined } = await post('/api/join', { code: board.code, name: 'dana' });
  const names = async () =>
    (await get(`/api/boards/${board.id}/people`, board.token)).body.people
      .map(({ name }: { name: string }) => name)
      .toSorted();
  expect(await names()).toEqual(['', 'Dana', 'dana (2)']);
  await post('/api/join', { code: board.code, name: 'Sam' }, joined.token);
  expect(await names()).toEqual(['', 'Dana', 'Sam']);
  await post('/api/join', { code: board.code, name: 'Dana' }, joined.token);
  expect(await names()).toEqual(['', 'Dana', 'Dana (2)']);
});

it('[SHARE30] files that arrive are refused where too many bytes of one address wait, from there alone', async () => {
  const { port, post } = await start({ trustProxy: true });
  let counted = 0;
  const open = HeldBytes.prototype.open;
  const counting = vi.spyOn(HeldBytes.prototype, 'open').mockImplementation(function (
    this: HeldBytes,
    address,
  ) {
    const holding = open.call(this, address);
    const add = (bytes: number) => {
      holding.add(bytes);
      counted += bytes;
    };
    return { ...holding, add };
  });
  ends.push(() => counting.mockRestore());
  const file = 8 * 1024 * 1024;
  const head = `POST /api/boards/import HTTP/1.1\r\nhost: x\r\nx-forwarded-for: 192.0.2.1\r\ncontent-type: application/json\r\ncontent-length: ${file}\r\n\r\n`;
  const part = Buffer.alloc(file - 1, 0x20);
  const sockets = Array.from({ length: 12 }, () => {
    const socket = connect(port, '127.0.0.1', () => socket.write(head) && socket.write(part));
    ends.push(() => socket.destroy());
    return socket;
  });
  await until(() => expect(counted).toBe(12 * part.length), 20_000);
  const small = { schema: 'coherence-board/1', title: 'T' };
  const from = async (address: string) => {
    const { status, body } = await post('/api/boards/import', small, undefined, {
      'x-forwarded-for': address,
    });
    return body.error?.code ?? status;
  };
  expect([await from('192.0.2.1'), await from('192.0.2.2')]).toEqual(['busy', 201]);
  for (const socket of sockets) socket.destroy();
  await until(async () => expect(await from('192.0.2.1')).toBe(201));
});

it('[SHARE34] a board whose saved versions have all the space is told so, and loses none', async () => {
  const { board: newBoard, memory, post, get } = await start();
  const board = await newBoard();
  const version = { id: 'large', board: board.id, kind: 'named', name: 'Large', by: '', at: 1 } as const;
  await memory.putVersion(version, new Uint8Array(NAMED_BYTES_MAX));
  const saved = await post(
    `/api/boards/${board.id}/commands`,
    { type: 'version-save', name: 'One more' },
    board.token,
  );
  expect([saved.status, saved.body.error.message]).toEqual([409, expect.stringContaining('all the space')]);
  const { body } = await get(`/api/boards/${board.id}/versions`, board.token);
  expect(body.versions.map(({ id }: { id: string }) => id)).toEqual(['large']);
});

it('[SHARE35] boards that are made, imported or copied count together', async () => {
  const { board: newBoard, post } = await start();
  const board = await newBoard();
  for (let made = 1; made < 30; made += 1) await newBoard();
  const file = { schema: 'coherence-board/1', title: 'T' };
  for (const refused of [
    post('/api/boards', { title: 'T' }),
    post('/api/boards/import', file),
    post(`/api/boards/${board.id}/rehearse`, {}, board.token),
  ])
    expect((await refused).body.error.code).toBe('too-many-boards');
});

it('[SHARE36] eight joins at once write to the disk, and whether it takes a write is tried once for all who ask', async () => {
  const { promise: gate, resolve: release } = Promise.withResolvers<void>();
  let [writing, most, tried] = [0, 0, 0];
  const store = waitingStore(async (batch) => {
    if (isEmpty(batch)) tried += 1;
    if (joinedIn(batch).length === 0) return;
    writing += 1;
    most = Math.max(most, writing);
    await gate;
    writing -= 1;
  });
  const { board: newBoard, post, get } = await start({ store });
  const board = await newBoard();
  const joins = Array.from({ length: 20 }, () => post('/api/join', { code: board.code }));
  await until(() => expect(writing).toBe(8));
  // Those that came meanwhile have arrived before this is answered.
  for (let turn = 0; turn < 5; turn += 1) await get('/health/live');
  const ready = await Promise.all(Array.from({ length: 20 }, () => get('/health/ready')));
  expect(ready.map(({ status }) => status)).toEqual(ready.map(() => 200));
  release();
  expect((await Promise.all(joins)).every(({ status }) => status === 200)).toBe(true);
  expect(most).toBe(8);
  expect(tried).toBeLessThan(4);
});

it('[SHARE36] joins from one address and from the boards behind it take turns', async () => {
  let isHeld = true;
  const held: (() => void)[] = [];
  const written: string[] = [];
  const store = waitingStore(async (batch) => {
    const boards = joinedIn(batch);
    written.push(...boards);
    if (isHeld && boards.length > 0) await new Promise<void>((resolve) => held.push(resolve));
  });
  const { board: newBoard, post, get } = await start({ store, trustProxy: true });
  const [crowded, elsewhere, ...beside] = await Promise.all(Array.from({ length: 5 }, () => newBoard()));
  const join = ({ code }: { code: string }, address: string) =>
    post('/api/join', { code }, undefined, { 'x-forwarded-for': address });
  const joins = Array.from({ length: 20 }, () => join(crowded, '192.0.2.1'));
  await until(() => expect(written).toHaveLength(8));
  for (const board of beside) joins.push(join(board, '192.0.2.1'));
  for (let turn = 0; turn < 5; turn += 1) await get('/health/live');
  joins.push(join(elsewhere, '192.0.2.2'));
  for (let turn = 0; turn < 5; turn += 1) await get('/health/live');
  for (let begun = 9; begun <= 14; begun += 1) {
    held.shift()?.();
    await until(() => expect(written).toHaveLength(begun));
  }
  expect(written.slice(8, 11)).toContain(elsewhere.id);
  expect(written.slice(8)).toEqual(expect.arrayContaining(beside.map(({ id }) => id)));
  isHeld = false;
  for (const release of held) release();
  expect((await Promise.all(joins)).every(({ status }) => status === 200)).toBe(true);
});
