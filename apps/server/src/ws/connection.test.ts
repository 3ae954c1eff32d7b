import { EventEmitter } from 'node:events';
import { encodeQueryAwareness } from '@coherence/protocol';
import { expect, it } from 'vitest';
import { ManualClock } from '../pace/manual-clock.ts';
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
  const stream = { cork() {}, uncork() {}, writableLength: 0 };
  const connection = new Connection({
    socket: socket as ConnectionSocket,
    stream,
    send() {},
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
  return { beat, clock, connection, socket, stream };
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
