import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Peer } from '../../testing/pretend-board-server.ts';
import { POST_FAULTS, PretendStreamedServer, type PostFault } from '../../testing/pretend-streamed-server.ts';
import type { BoardSocket } from '../board-socket.ts';
import { decodeBatch } from './batch.ts';
import { MAX_OUTBOX_BYTES } from './outbox.ts';
import { encodeRecord } from './records.ts';
import { streamedSocketOver } from './streamed-socket.ts';

type Full = BoardSocket & { readyState: number };

function stage() {
  const atServer: number[] = [];
  const atClient: number[] = [];
  const closes: { code: number; reason: string }[] = [];
  let peer: Peer | null = null;
  let left = 0;
  const server = new PretendStreamedServer((connected) => {
    peer = connected;
    return {
      receive: (frame) => atServer.push(new DataView(frame.buffer).getUint32(frame.byteOffset)),
      left: () => (left += 1),
    };
  });
  const Socket = streamedSocketOver(server.request);
  const socket = new Socket('ws://board.test/sync/b1', ['coherence.v1', 'token.secret']) as Full;
  Object.assign(socket, {
    onmessage: ({ data }: { data: ArrayBuffer }) => atClient.push(new DataView(data).getUint32(0)),
    onclose: (event: { code: number; reason: string }) => closes.push(event),
  });
  return { server, socket, atServer, atClient, closes, peer: () => peer, left: () => left };
}

function frame(n: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, n);
  return bytes;
}

const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('opening', () => {
  test('[STREAM2] the token travels in a header of every request, never in an address', async () => {
    const { server, socket } = stage();
    await settle();
    socket.send(frame(1));
    await settle();
    expect(server.requests.map(({ url }) => url)).toEqual([
      'http://board.test/sync/b1/stream',
      'http://board.test/sync/b1/send/0',
    ]);
    for (const { headers } of server.requests) {
      expect(headers.get('authorization')).toBe('Bearer secret');
      expect(headers.get('content-type')).toBe('application/octet-stream');
    }
  });

  test.each([
    ['a page of the proxy', () => new Response(opened(), { headers: { 'content-type': 'text/html' } })],
    ['a refusal', () => new Response(opened(), { ...OCTETS, status: 403 })],
    ['bytes that are no records', () => new Response(new Uint8Array(4).fill(255), OCTETS)],
    ['an answer that just ends', () => new Response(new Uint8Array(0), OCTETS)],
  ])('[STREAM6] %s is a lost connection that never opened', async (_name, answer) => {
    const Socket = streamedSocketOver(async () => answer());
    const socket = new Socket('ws://board.test/sync/b1') as Full;
    const told: unknown[] = [];
    Object.assign(socket, {
      onopen: () => told.push('open'),
      onclose: (event: unknown) => told.push(event),
    });
    await settle();
    expect(told).toEqual([{ code: 1006, reason: '' }]);
    expect(socket.readyState).toBe(3);
  });

  test('an attempt that is called off ends at once and leaves nothing behind', async () => {
    const Socket = streamedSocketOver(neverAnswered);
    const socket = new Socket('ws://board.test/sync/b1') as Full;
    expect(() => socket.send(frame(1))).toThrow('before the socket was open');
    socket.close();
    expect(socket.readyState).toBe(3);
    await settle();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('what a listener throws is reported and does not end the connection', async () => {
    const { socket, peer, atClient, closes } = stage();
    const reported: unknown[] = [];
    const soon = globalThis.queueMicrotask;
    vi.stubGlobal('queueMicrotask', (work: () => void) =>
      soon(() => {
        try {
          work();
        } catch (error) {
          reported.push(error);
        }
      }),
    );
    await settle();
    Object.assign(socket, {
      onmessage: ({ data }: { data: ArrayBuffer }) => {
        atClient.push(new DataView(data).getUint32(0));
        throw new Error('of the listener');
      },
    });
    peer()?.send(frame(1));
    peer()?.send(frame(2));
    await settle();
    vi.unstubAllGlobals();
    expect(atClient).toEqual([1, 2]);
    expect(reported).toEqual([new Error('of the listener'), new Error('of the listener')]);
    expect(closes).toEqual([]);
  });
});

const opened = () => encodeRecord({ type: 'opened', session: 's1' });
const neverAnswered = (_url: string, { signal }: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('aborted')));
  });
const OCTETS = { headers: { 'content-type': 'application/octet-stream' } };

describe('sending', () => {
  test('[STREAM5] one post at a time: the first frame leaves at once, the others follow together', async () => {
    const { server, socket, atServer } = stage();
    await settle();
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    const { request } = server;
    let posts = 0;
    const Socket = streamedSocketOver(async (url, init) => {
      if (url.includes('/send/') && (posts += 1) === 1) await held;
      return request(url, init);
    });
    const slow = new Socket('ws://board.test/sync/b1') as Full;
    await settle();
    slow.send(frame(1));
    await settle();
    for (const n of [2, 3, 4]) slow.send(frame(n));
    await settle(1000);
    expect(posts).toBe(1);
    answer();
    await settle(1000);
    expect(posts).toBe(2);
    expect(atServer).toEqual([1, 2, 3, 4]);
    socket.close();
  });

  test('[STREAM5] on a fast network posts keep a distance, so that a drag becomes batches', async () => {
    const { server, socket, atServer } = stage();
    await settle();
    for (let n = 1; n <= 20; n += 1) {
      socket.send(frame(n));
      await settle(10);
    }
    await settle(100);
    expect(atServer).toEqual(upTo(20));
    expect(server.requests.length).toBeLessThan(8);
  });

  test('[STREAM10] a post without an answer is given up and said again', async () => {
    const { server } = stage();
    let posts = 0;
    const Socket = streamedSocketOver((url, init) => {
      const isFirst = url.includes('/send/') && (posts += 1) === 1;
      return isFirst ? neverAnswered(url, init) : server.request(url, init);
    });
    const socket = new Socket('ws://board.test/sync/b1');
    await settle();
    socket.send(frame(1));
    await settle(14_999);
    expect(posts).toBe(1);
    await settle(1000);
    expect(posts).toBe(2);
  });

  test('[PRES3] a small post outlives its page; browsers refuse that to a large one', async () => {
    const { server } = stage();
    const kept: (boolean | undefined)[] = [];
    const Socket = streamedSocketOver((url, init) => {
      if (url.includes('/send/')) kept.push(init.keepalive);
      return server.request(url, init);
    });
    const socket = new Socket('ws://board.test/sync/b1');
    await settle();
    socket.send(frame(1));
    await settle(100);
    socket.send(new Uint8Array(100_000));
    await settle(100);
    expect(kept).toEqual([true, false]);
  });

  test('[STREAM7] a ping is answered by an empty post', async () => {
    const { server } = stage();
    await settle();
    server.sessions[0]?.ping();
    await settle();
    const body = server.requests.at(-1)?.body ?? new Uint8Array(0);
    expect(decodeBatch(body)).toEqual({ ok: true, value: { closing: false, first: 1, frames: [] } });
  });

  test('[STREAM8] what was sent before closing arrives, then the session ends as a closed socket does', async () => {
    const { server, socket, atServer, closes, left } = stage();
    await settle();
    socket.send(frame(1));
    socket.close();
    socket.send(frame(2));
    await settle();
    expect(atServer).toEqual([1]);
    expect(closes).toEqual([{ code: 1000, reason: '' }]);
    expect(left()).toBe(1);
    expect(server.requests).toHaveLength(2);
  });

  test('[STREAM8] closing does not wait for a network that is gone', async () => {
    const { server, socket, closes, left } = stage();
    await settle();
    server.reachable = false;
    socket.close();
    await settle(3000);
    expect(closes).toEqual([{ code: 1006, reason: '' }]);
    expect(left()).toBe(1);
    await settle(20_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('[STREAM9] a client that is too far behind gives up the connection instead of memory', async () => {
    const { server, socket, closes } = stage();
    await settle();
    server.reachable = false;
    for (let sent = 0; sent <= 17; sent += 1) socket.send(new Uint8Array(MAX_OUTBOX_BYTES / 16));
    await settle();
    expect(closes).toEqual([{ code: 1006, reason: 'too far behind' }]);
  });

  test('[STREAM10] posts that never arrive end the connection, after tries that take their time', async () => {
    const { server, socket, closes } = stage();
    await settle();
    server.fault = () => 'lost';
    socket.send(frame(1));
    await settle(7000);
    expect(closes).toEqual([]);
    await settle(10_000);
    expect(closes).toEqual([{ code: 1006, reason: 'posts do not arrive' }]);
    expect(server.requests.filter(({ url }) => url.includes('/send/'))).toHaveLength(6);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('[STREAM10] the stream has time to say why a post was refused', async () => {
    const { server, socket, closes, peer } = stage();
    await settle();
    server.fault = () => 'refused';
    socket.send(frame(1));
    await settle(1500);
    expect(closes).toEqual([]);
    peer()?.close(4413, 'too-large');
    await settle();
    expect(closes).toEqual([{ code: 4413, reason: 'too-large' }]);
  });
});

describe('closing by the server', () => {
  test('[STREAM6] the close code arrives, after every frame before it', async () => {
    const { peer, atClient, closes } = stage();
    await settle();
    peer()?.send(frame(1));
    peer()?.close(4403, 'not-allowed');
    await settle();
    expect(atClient).toEqual([1]);
    expect(closes).toEqual([{ code: 4403, reason: 'not-allowed' }]);
  });

  test('[STREAM6] a stream that breaks off is a lost connection', async () => {
    const { server, closes } = stage();
    await settle();
    server.sessions[0]?.cut();
    await settle();
    expect(closes).toEqual([{ code: 1006, reason: '' }]);
  });
});

const PASSING = POST_FAULTS.filter((fault) => fault !== 'refused');
const fault = fc.constantFrom(...PASSING);
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('send' as const, 'serve' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(600) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('fault' as const), faults: fc.array(fault, { maxLength: 4 }) }),
  },
);

test('[STREAM4] [STREAM6] through lost, repeated, late and unanswered posts both ends get every frame once, in order', async () => {
  const seen = new Set<PostFault>();
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 60 }), fc.nat(), async (acts, cut) => {
      const { server, socket, peer, atServer, atClient, closes } = stage();
      const faults: PostFault[] = [];
      server.cutAt = (length) => cut % (length + 1);
      server.fault = () => {
        const fault = faults.shift() ?? 'none';
        seen.add(fault);
        return fault;
      };
      await settle();
      let sent = 0;
      let served = 0;
      for (const act of acts) {
        if (act.do === 'send') socket.send(frame((sent += 1)));
        if (act.do === 'serve') peer()?.send(frame((served += 1)));
        if (act.do === 'wait') await settle(act.ms);
        // Never so many in a row that the client rightly gives up.
        if (act.do === 'fault') faults.push(...act.faults, 'none');
      }
      await settle(30_000);
      expect(closes).toEqual([]);
      expect(atServer).toEqual(upTo(sent));
      expect(atClient).toEqual(upTo(served));
      socket.close();
      await settle(5000);
      expect(vi.getTimerCount()).toBe(0);
    }),
    { numRuns: 150, seed: 56 },
  );
  expect([...seen].sort()).toEqual(PASSING.toSorted());
});

test('[STREAM4] when the connection is cut, each end has a beginning of what the other sent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fault, { maxLength: 20 }), fc.nat(30), async (faults, when) => {
      const { server, socket, atServer, closes } = stage();
      server.fault = () => faults.shift() ?? 'none';
      await settle();
      for (let sent = 1; sent <= 30; sent += 1) {
        socket.send(frame(sent));
        if (sent === when) server.sessions[0]?.cut();
        await settle(sent % 7 === 0 ? 300 : 5);
      }
      await settle(30_000);
      expect(atServer).toEqual(upTo(atServer.length));
      if (when > 0) expect(closes).toHaveLength(1);
    }),
    { numRuns: 60, seed: 57 },
  );
});
