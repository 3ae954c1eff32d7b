import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { endAllServers, spawnServer } from '../spawn-server.ts';

const FILE_BYTES = 8 * 1024 * 1024 - 1024;
/** 320 KiB a second: some 25 s for the largest file. */
const PIECE_BYTES = 32 * 1024;
const PACE_MS = 100;

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  endAllServers();
});

function open(port: number, localAddress: string, words: string): Socket {
  const socket = connect({ port, host: '127.0.0.1', localAddress });
  socket.on('error', () => {});
  socket.write(words);
  ends.push(() => void socket.destroy());
  return socket;
}

it('[SHARE31] [SHARE32] the largest file arrives over a slow line while 3,000 slow requests come and go', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'coherence-slow-'));
  ends.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const { base } = await spawnServer(dataDir);
  const port = Number(new URL(base).port);
  const file = Buffer.from(JSON.stringify({ schema: 'coherence-board/1', title: 'T' }).padEnd(FILE_BYTES));
  const head = `POST /api/boards/import HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${file.length}\r\n\r\n`;
  const upload = open(port, '127.0.0.1', head);
  const answer = once(upload, 'data');
  let slow = 0;
  for (let at = 0; at < file.length; at += PIECE_BYTES) {
    upload.write(file.subarray(at, at + PIECE_BYTES));
    for (let more = 0; more < 12; more += 1, slow += 1)
      open(port, '127.0.0.1', 'GET / HTTP/1.1\r\nX: ').resume();
    await new Promise((resolve) => setTimeout(resolve, PACE_MS));
  }
  expect(slow).toBeGreaterThan(3_000);
  expect(String((await answer)[0])).toContain('201 Created');
  const neighbour = open(port, '127.0.0.2', 'GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n');
  expect(String((await once(neighbour, 'data'))[0])).toContain('200 OK');
}, 240_000);
