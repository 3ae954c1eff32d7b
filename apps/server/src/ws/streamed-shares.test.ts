import { request } from 'node:http';
import { decodeFrame, encodeHello, encodeSyncStep1 } from '@coherence/protocol';
import { encodeBatch } from '@coherence/protocol/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startTestServer } from '../testing/test-server.ts';
import type { PlaceLimits } from './shares/share-limits.ts';
import { OCTETS, openStream } from './testing/open-stream.ts';

const MIB = 1024 * 1024;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

type Streamed = Awaited<ReturnType<typeof openStream>>;

/** A server with so many places, a board on it, and how people open sessions of the stand-in there. */
async function start(places: Partial<PlaceLimits> = {}) {
  const server = await startTestServer({ trustProxy: true, places });
  ends.push(() => server.server.stop());
  const board = await server.board();
  const person = async () => String((await server.post('/api/join', { code: board.code })).body.token);
  const open = (token: string, address = '192.0.2.1') =>
    openStream(server.base, `/sync/${board.id}`, token, ends, { 'x-forwarded-for': address });
  const unfinished = async () =>
    Number(/^coherence_unfinished_bytes (\d+)$/m.exec((await server.get('/metrics')).body)?.[1]);
  return { ...server, board, open, person, unfinished };
}

const why = ({ records }: Streamed) => {
  const last = records.at(-1);
  return last?.type === 'closed' ? last.reason : null;
};

/** Says hello and waits until the board has come. */
async function inside(streamed: Streamed): Promise<Streamed> {
  const frames = [
    encodeHello({ protocol: 1, generation: 0, limits: null }),
    encodeSyncStep1(new Uint8Array([0])),
  ];
  await streamed.send(encodeBatch({ closing: false, first: 1, frames }));
  await vi.waitFor(() =>
    expect(
      streamed.records.some((record) => {
        const decoded = record.type === 'frame' ? decodeFrame(record.frame) : null;
        return decoded?.ok === true && decoded.value.type === 'sync-step-2';
      }),
    ).toBe(true),
  );
  return streamed;
}

describe('[SHARE1] tabs of one person through the stand-in', () => {
  it('are ten, with those on WebSockets; the oldest goes and is told why', async () => {
    const { board, open, person, socketBase } = await start();
    const [token, other] = [await person(), await person()];
    const neighbour = await inside(await open(other));
    const tabs: Streamed[] = [];
    for (let count = 0; count < 10; count += 1) tabs.push(await inside(await open(token)));
    expect(tabs.map(why)).toEqual(tabs.map(() => null));
    const socket = new WebSocket(`${socketBase}/${board.id}`, ['coherence.v1', `token.${token}`]);
    ends.push(() => socket.close());
    await tabs[0]?.ended;
    tabs.push(await inside(await open(token)));
    await tabs[1]?.ended;
    expect(tabs.map(why)).toEqual([
      'too-many-tabs',
      'too-many-tabs',
      ...Array.from({ length: 9 }, () => null),
    ]);
    expect(why(neighbour)).toBeNull();
  });
});

describe('[SHARE2] places that sessions of the stand-in take', () => {
  it.each<[string, Partial<PlaceLimits>]>([
    ['of a board', { board: 2 }],
    ['of an address', { address: 2 }],
    ['of the server', { server: 2 }],
  ])('%s are counted, refused past the last, and free again when one ends', async (_whose, places) => {
    const { board, open, person } = await start(places);
    const [first, second] = [
      await inside(await open(await person())),
      await inside(await open(await person())),
    ];
    const third = await person();
    const refused = await open(third);
    await refused.ended;
    expect([first, second, refused].map(why)).toEqual([null, null, 'overloaded']);
    await inside(await open(board.token));
    first.abort.abort();
    await vi.waitFor(async () => expect(why(await inside(await open(third)))).toBeNull(), {
      timeout: 10_000,
    });
  });
});

describe('[SHARE3] posts that do not end', () => {
  /** So many bytes of a longer post that goes on. */
  function begin(
    { session }: Streamed,
    { base, board, token }: Record<'base' | 'board' | 'token', string>,
    bytes: number,
  ) {
    const post = request(`${base}/sync/${board}/send/${session}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': OCTETS, 'content-length': bytes + 10 },
    });
    ends.push(() => post.destroy());
    const isCutOff = new Promise<void>((resolve) => post.once('error', () => resolve()));
    post.write(Buffer.alloc(bytes, 1));
    return isCutOff;
  }

  it('hold so many bytes for a person: past that one session is let go with its posts, the neighbour is not', async () => {
    const { base, board, open, person, unfinished } = await start();
    const [token, other] = [await person(), await person()];
    const neighbour = await inside(await open(other));
    void begin(neighbour, { base, board: board.id, token: other }, 4 * MIB);
    await vi.waitFor(async () => expect(await unfinished()).toBeGreaterThan(4 * MIB));
    const sessions: Streamed[] = [];
    const posts: Promise<void>[] = [];
    for (let count = 0; count < 3; count += 1) {
      const one = await inside(await open(token));
      sessions.push(one);
      posts.push(begin(one, { base, board: board.id, token }, 7.5 * MIB));
    }
    await Promise.race(posts);
    await vi.waitFor(() =>
      expect(sessions.map(why).filter((reason) => reason !== null)).toEqual(['overloaded']),
    );
    await vi.waitFor(async () => expect(await unfinished()).toBeLessThan(24 * MIB));
    expect(await unfinished()).toBeGreaterThan(4 * MIB);
    expect(why(neighbour)).toBeNull();
  });
});
