import { request } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  encodeAwareness,
  encodeHello,
  encodeQueryAwareness,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdateFrame,
} from '@coherence/protocol';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { endAllServers, spawnServer } from '../spawn-server.ts';
import { CONTINUATION, openRaw, PING, PONG, rawFrame } from './raw-socket.ts';
import type { RawSocket } from './raw-socket.ts';

const KIB = 1024;
const MIB = KIB * KIB;
const dataDir = mkdtempSync(join(tmpdir(), 'coherence-attacked-'));
const ends: (() => void)[] = [];
let server: Awaited<ReturnType<typeof spawnServer>>;
beforeEach(async () => void (server = await spawnServer(dataDir, { TRUST_PROXY: '1' })));
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  endAllServers();
  await server.exited;
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const report = (figures: string) => void process.stdout.write(`${figures}\n`);
const portOf = () => Number(new URL(server.base).port);

// oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of any shape
async function post(path: string, body: unknown, token = '', address = '192.0.2.1'): Promise<any> {
  const answer = await fetch(`${server.base}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-forwarded-for': address,
    },
    body: JSON.stringify(body),
  });
  return answer.json();
}

async function figure(name: string): Promise<number> {
  const text = await (await fetch(`${server.base}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1]);
}
const rss = () => figure('coherence_memory_bytes');

/** What the server grows by at most while `work` runs and for `ms` after it, in MiB. */
async function growth(work: () => Promise<void>, ms = 3_000): Promise<number> {
  const before = await rss();
  let most = before;
  const over = new AbortController();
  const watch = (async () => {
    while (!over.signal.aborted) {
      most = Math.max(most, await rss());
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  await work();
  await new Promise((resolve) => setTimeout(resolve, ms));
  over.abort();
  await watch;
  return Math.round((most - before) / MIB);
}

async function raw(board: string, token: string, address = '192.0.2.1'): Promise<RawSocket> {
  const made = await openRaw(portOf(), `/sync/${board}`, token, { 'x-forwarded-for': address });
  ends.push(() => made.stream.destroy());
  return made;
}

function tab(board: string, token: string, { address = '192.0.2.1', path = '' } = {}) {
  const socket = new WebSocket(`${server.socketBase}/${board}${path}`, ['coherence.v1', `token.${token}`], {
    headers: { 'x-forwarded-for': address },
  });
  ends.push(() => socket.terminate());
  let bytes = 0;
  let hasStep2 = false;
  socket.on('message', (data: Buffer) => {
    bytes += data.length;
    hasStep2 ||= data[0] === 0 && data[1] === 1;
  });
  socket.on('error', () => {});
  socket.once('open', () => {
    socket.send(encodeHello({ protocol: 1, generation: 0, limits: null }));
    socket.send(encodeSyncStep1(new Uint8Array([0])));
  });
  return {
    socket,
    bytes: () => bytes,
    isOpen: () => socket.readyState === WebSocket.OPEN,
    synced: vi.waitFor(() => expect(hasStep2).toBe(true), { timeout: 60_000, interval: 50 }),
  };
}

const people = async (board: { code: string }, count: number, address?: string): Promise<string[]> => {
  const joined: string[] = [];
  for (let index = 0; index < count; index += 1)
    joined.push((await post('/api/join', { code: board.code, name: `P${index}` }, '', address)).token);
  return joined;
};
const writeAll = (stream: RawSocket['stream'], bytes: Buffer) =>
  new Promise<void>((resolve) => {
    stream.write(bytes, () => resolve());
    stream.once('close', () => resolve());
  });

describe('unfinished messages', () => {
  it('[WIRE9] D2 D2b: 80 connections of a display token, whole or in fragments, occupy next to nothing', async () => {
    const board = await post('/api/boards', { title: 'D2' });
    const display = (await post('/api/join', { invite: board.invites.display })).token;
    const grown = await growth(async () => {
      for (let count = 0; count < 80; count += 1) {
        const { stream } = await raw(board.id, display);
        if (count % 2 === 0)
          await writeAll(stream, rawFrame(new Uint8Array(9 * MIB - 1).fill(1), { announces: 9 * MIB }));
        else {
          stream.write(rawFrame(new Uint8Array(20).fill(1), { isLast: false }));
          for (let piece = 0; piece < 256 && !stream.destroyed; piece += 1) {
            await writeAll(
              stream,
              rawFrame(new Uint8Array(32 * KIB), { opcode: CONTINUATION, isLast: false }),
            );
            stream.write(rawFrame(new Uint8Array(4), { opcode: PONG }));
          }
        }
      }
    });
    report(`D2: grown by ${grown} MiB`);
    expect(grown).toBeLessThan(150);
  });

  it('[SHARE3] 60 participants of one address, 8 MiB each without an end: what an address has, and no more', async () => {
    const board = await post('/api/boards', { title: 'D2 participants' });
    const tokens = await people(board, 60);
    const frame = rawFrame(encodeSyncStep2(new Uint8Array(8 * MIB - 64).fill(1)));
    const grown = await growth(async () => {
      for (const token of tokens) {
        const { stream } = await raw(board.id, token);
        await Promise.race([
          writeAll(stream, frame.subarray(0, -1)),
          new Promise((resolve) => setTimeout(resolve, 500)),
        ]);
      }
    });
    report(`D2 participants: grown by ${grown} MiB`);
    expect(await figure('coherence_unfinished_bytes')).toBeLessThanOrEqual(96 * MIB);
    expect(grown).toBeLessThan(300);
  });

  it('[SHARE3] crumbs: a byte in each packet, a fragment for each byte', async () => {
    const board = await post('/api/boards', { title: 'crumbs' });
    const tokens = await people(board, 10);
    const crumb = rawFrame(new Uint8Array(1), { opcode: CONTINUATION, isLast: false });
    const pings = Buffer.concat(
      Array.from({ length: 100 }, () => rawFrame(new Uint8Array(100), { opcode: PING })),
    );
    const grown = await growth(async () => {
      await Promise.all(
        tokens.map(async (token, index) => {
          const { stream } = await raw(board.id, token);
          stream.setNoDelay(true);
          await writeAll(
            stream,
            rawFrame(encodeSyncStep2(new Uint8Array(64).fill(1)).subarray(0, 20), { isLast: false }),
          );
          for (let count = 0; count < 3_000 && !stream.destroyed; count += 1) {
            stream.write(index % 2 === 0 ? crumb : Buffer.concat([crumb, pings]));
            if (count % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
          }
        }),
      );
    });
    report(`crumbs: grown by ${grown} MiB, unfinished ${await figure('coherence_unfinished_bytes')}`);
    expect(grown).toBeLessThan(200);
  });

  it('[SHARE4] a message that stands still is let go; a slow phone is not', async () => {
    const board = await post('/api/boards', { title: 'slow' });
    const [still, slow] = await people(board, 2);
    const frame = rawFrame(encodeSyncStep2(new Uint8Array(600 * KIB).fill(1)));
    const one = await raw(board.id, still ?? '');
    one.stream.write(frame.subarray(0, 1000));
    const alive = setInterval(() => one.stream.write(Buffer.alloc(1)), 2_000);
    ends.push(() => clearInterval(alive));
    const phone = await raw(board.id, slow ?? '');
    const isSent = (async () => {
      for (let at = 0; at < frame.length; at += 8 * KIB) {
        phone.stream.write(frame.subarray(at, at + 8 * KIB));
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    })();
    expect(await one.closed).toBe(1013);
    await isSent;
    expect(await phone.closed).not.toBe(1013);
  });

  it('[SHARE3] posts of the stand-in that never end', async () => {
    const board = await post('/api/boards', { title: 'posts' });
    const tokens = await people(board, 30);
    const grown = await growth(async () => {
      await Promise.all(
        tokens.map(async (token) => {
          const stream = await fetch(`${server.base}/sync/${board.id}/stream`, {
            method: 'POST',
            headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': '192.0.2.1' },
          });
          const reader = stream.body?.getReader();
          ends.push(() => void reader?.cancel().catch(() => {}));
          const first = (await reader?.read())?.value ?? new Uint8Array();
          const name = /[\w-]{22}/.exec(Buffer.from(first).toString('latin1'))?.[0] ?? '';
          for (let posts = 0; posts < 2; posts += 1) {
            const sent = request(`${server.base}/sync/${board.id}/send/${name}`, {
              method: 'POST',
              headers: {
                authorization: `Bearer ${token}`,
                'content-type': 'application/octet-stream',
                'content-length': 8 * MIB,
              },
            });
            ends.push(() => sent.destroy());
            sent.on('error', () => {});
            sent.write(Buffer.alloc(8 * MIB - 10, 1));
          }
        }),
      );
    });
    report(`posts: grown by ${grown} MiB`);
    expect(await figure('coherence_unfinished_bytes')).toBeLessThanOrEqual(96 * MIB);
    expect(grown).toBeLessThan(300);
  });
});

describe('what is sent, and what comes back', () => {
  it('[WIRE10] C4: a display sends 8 whole documents of 3 MiB', async () => {
    const board = await post('/api/boards', { title: 'C4' });
    const display = (await post('/api/join', { invite: board.invites.display })).token;
    const doc = new Y.Doc();
    const text = doc.getText('t');
    doc.transact(() => {
      for (let index = 0; index < 300_000; index += 1) text.insert(0, 'x');
    });
    const body = encodeSyncStep2(Y.encodeStateAsUpdate(doc));
    const tabs = Array.from({ length: 8 }, () => tab(board.id, display));
    await Promise.all(tabs.map(({ synced }) => synced));
    let worst = 0;
    const grown = await growth(async () => {
      for (const { socket } of tabs) socket.send(body);
      for (let looks = 0; looks < 30; looks += 1) {
        const from = performance.now();
        await fetch(`${server.base}/health/live`);
        worst = Math.max(worst, performance.now() - from);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
    report(`C4: ${body.length} bytes each, grown by ${grown} MiB, worst answer ${Math.round(worst)} ms`);
    expect(grown).toBeLessThan(150);
  });

  it('[SHARE6] [SHARE7] D3 D3b: an observer asks for all people with 120 tabs', async () => {
    const board = await post('/api/boards', { title: 'D3b' });
    const observer = (await post('/api/join', { invite: board.invites.observer })).token;
    const tabs = [];
    for (let count = 0; count < 120; count += 1) {
      const one = tab(board.id, observer);
      await one.synced;
      tabs.push(one);
    }
    const state = new TextEncoder().encode(JSON.stringify({ about: 'x'.repeat(3_700) }));
    const before = tabs.reduce((sum, one) => sum + one.bytes(), 0);
    let asked = 0;
    for (let turn = 0; turn < 60; turn += 1) {
      for (const [index, { isOpen, socket }] of tabs.entries()) {
        if (!isOpen()) continue;
        socket.send(encodeAwareness([{ clientId: 1000 + index, clock: turn + 2, stateBytes: state }]));
        socket.send(encodeQueryAwareness());
        asked += 1;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const sent = tabs.reduce((sum, one) => sum + one.bytes(), 0) - before;
    report(`D3b: ${asked} questions, ${(sent / MIB).toFixed(1)} MiB came back`);
    expect(tabs.filter(({ isOpen }) => isOpen())).toHaveLength(10);
    expect(sent).toBeLessThan(12 * MIB);
  });

  it('[SHARE5] D6: 40 tabs of one participant flood, and another person is acknowledged', async () => {
    const board = await post('/api/boards', { title: 'D6' });
    const [greedy] = await people(board, 1);
    const tabs = Array.from({ length: 40 }, () => tab(board.id, greedy ?? ''));
    await vi.waitFor(() => expect(tabs.filter(({ isOpen }) => isOpen())).toHaveLength(10), {
      timeout: 10_000,
    });
    const before = await figure('coherence_edits_total');
    let sent = 0;
    for (let turn = 0; turn < 100; turn += 1) {
      for (const { isOpen, socket } of tabs) {
        for (let index = 0; index < 10 && isOpen(); index += 1) {
          const doc = new Y.Doc();
          doc.getMap('factors').set(`k${sent}`, new Y.Map([['kind', 'factor']]));
          socket.send(encodeUpdateFrame(Y.encodeStateAsUpdate(doc)));
          sent += 1;
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    const taken = (await figure('coherence_edits_total')) - before;
    report(`D6: ${sent} sent, ${taken} taken in some 6 s`);
    expect(taken).toBeLessThan(480 + 120 * 20);
  });
});

describe('honest rooms', () => {
  it('[JOIN1] 45 people with phone and laptop behind one address come in at once, and 30 times again', async () => {
    const board = await post('/api/boards', { title: '45' });
    const tokens = await people(board, 45);
    for (let times = 0; times < 3; times += 1) {
      const tabs = tokens.flatMap((token) =>
        [1, 2].flatMap(() => [tab(board.id, token), tab(board.id, token, { path: '/mine' })]),
      );
      await Promise.all(tabs.map(({ synced }) => synced));
      expect(tabs.every(({ isOpen }) => isOpen())).toBe(true);
      // As a lost wifi does: nothing is said, and the server does not know yet.
      for (const { socket } of tabs) socket.pause();
    }
    const [ann] = tokens;
    for (let times = 0; times < 30; times += 1) await tab(board.id, ann ?? '').synced;
  });

  it('[SHARE2] [JOIN3] 600 people are in a room, the next is told to come later, a facilitator comes in', async () => {
    const board = await post('/api/boards', { title: '600' });
    const tokens = [...(await people(board, 300, '192.0.2.1')), ...(await people(board, 301, '192.0.2.2'))];
    const tabs = tokens
      .slice(0, 600)
      .map((token, index) => tab(board.id, token, { address: `192.0.2.${1 + (index % 2)}` }));
    await Promise.all(tabs.map(({ synced }) => synced));
    const next = new WebSocket(`${server.socketBase}/${board.id}`, ['coherence.v1', `token.${tokens[600]}`]);
    next.on('error', () => {});
    expect(await new Promise((resolve) => next.once('close', resolve))).toBe(1013);
    for (const path of ['', '/mine', '', '/mine', '']) await tab(board.id, board.token, { path }).synced;
    expect(tabs.every(({ isOpen }) => isOpen())).toBe(true);
  });

  it('[SHARE1] D1: a token that opens 600 connections takes no other person a place', async () => {
    const board = await post('/api/boards', { title: 'D1' });
    const observer = (await post('/api/join', { invite: board.invites.observer })).token;
    const flood = Array.from({ length: 600 }, () => tab(board.id, observer));
    await vi.waitFor(async () => expect(await figure('coherence_sessions')).toBeLessThanOrEqual(10), {
      timeout: 30_000,
      interval: 200,
    });
    const [dana] = await people(board, 1);
    await Promise.all([tab(board.id, board.token).synced, tab(board.id, dana ?? '').synced]);
    expect(flood.filter(({ isOpen }) => isOpen()).length).toBeLessThanOrEqual(10);
  });
});
