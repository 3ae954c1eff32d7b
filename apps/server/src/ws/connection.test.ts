import { EventEmitter } from 'node:events';
import { encodeKeepAlive, encodeQueryAwareness } from '@coherence/protocol';
import { expect, it } from 'vitest';
import { ManualClock } from '../time/manual-clock.ts';
import { Connection } from './connection.ts';
import type { ConnectionSocket } from './connection.ts';
import { receiverFor } from './testing/receiver-for.ts';

const HEARTBEAT_MS = 4_000;

class FakeSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  pings = 0;
  terminated = false;
  answersPings = true;
  close(): void {}
  isPaused = false;
  pause(): void {
    this.isPaused = true;
  }
  resume(): void {
    this.isPaused = false;
  }
  ping(): void {
    this.pings += 1;
    if (this.answersPings) this.emit('pong');
  }
  terminate(): void {
    this.terminated = true;
  }
}

function open() {
  const clock = new ManualClock();
  const socket = new FakeSocket();
  const sent: [at: number, frame: Uint8Array][] = [];
  const stream = { cork() {}, uncork() {}, writableLength: 0 };
  const connection = new Connection({
    socket: socket as ConnectionSocket,
    stream,
    send: (frame) => void sent.push([clock.now(), frame]),
    listen: () => ({ end() {} }),
    clock,
    onClosed() {},
    countClosed() {},
  });
  connection.start(receiverFor(clock));
  const beat = async (times: number) => {
    for (let count = 0; count < times; count += 1) {
      await clock.advance(HEARTBEAT_MS);
      connection.heartbeat();
    }
  };
  return { beat, clock, connection, sent, socket, stream };
}

it('[FAULT14] a half-open connection is gone within 25 s', async () => {
  const { beat, socket } = open();
  await beat(2);
  socket.answersPings = false;
  await beat(3);
  expect(socket.terminated).toBe(false);
  await beat(3);
  expect(socket.terminated).toBe(true);
});

it('[WIRE8] a client hears a frame at least every 15 s, an empty awareness frame if nothing else', async () => {
  const { beat, clock, connection, sent } = open();
  const begun = clock.now();
  await beat(20);
  connection.send(encodeQueryAwareness());
  await beat(20);
  const times = [begun, ...sent.map(([at]) => at), clock.now()];
  const silences = times.slice(1).map((at, index) => at - (times[index] ?? 0));
  expect(Math.max(...silences)).toBeLessThanOrEqual(15_000);
  expect(new Set(sent.map(([, frame]) => String(frame)))).toEqual(
    new Set([String(encodeKeepAlive()), String(encodeQueryAwareness())]),
  );
});

it('[FAULT14] one that is quiet but answers pings stays', async () => {
  const { beat, socket } = open();
  await beat(50);
  expect([socket.terminated, socket.pings > 10]).toEqual([false, true]);
});

it('[FAULT14] one that is not read is not taken for dead', async () => {
  const { beat, connection, socket } = open();
  socket.answersPings = false;
  connection.pause('room');
  await beat(20);
  expect(socket.terminated).toBe(false);
});

it('[SHARE9] a tab for which a whole board and more waits unread is not read until it reads', async () => {
  const { beat, clock, socket, stream } = open();
  const query = Buffer.from(encodeQueryAwareness());
  stream.writableLength = 9 * 1024 * 1024;
  socket.emit('message', query, true);
  expect(socket.isPaused).toBe(false);
  stream.writableLength = 11 * 1024 * 1024;
  socket.emit('message', query, true);
  await clock.advance(500);
  expect(socket.isPaused).toBe(true);
  stream.writableLength = 0;
  await beat(1);
  expect(socket.isPaused).toBe(false);
});
