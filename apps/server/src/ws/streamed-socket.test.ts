import type { ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { encodeQueryAwareness } from '@coherence/protocol';
import type { Message, StreamRecord } from '@coherence/protocol';
import { RecordReader } from '@coherence/protocol/testing';
import { expect, test } from 'vitest';
import { ManualClock } from '../time/manual-clock.ts';
import { Connection, HALF_OPEN_MS } from './connection.ts';
import { StreamedSocket } from './streamed-socket.ts';
import { receiverFor } from './testing/receiver-for.ts';

const frame = encodeQueryAwareness();
const frames = (count: number) => Array.from({ length: count }, () => frame);

/** A socket over an answer that the test reads, as the connection of a room would hold it. */
function stage() {
  const answer = new PassThrough();
  const socket = new StreamedSocket(answer as unknown as ServerResponse, 's1');
  const clock = new ManualClock();
  const closes: boolean[] = [];
  const messages: Message[] = [];
  const connection = new Connection({
    socket,
    stream: answer,
    send: (frame) => socket.send(frame),
    listen: (owner) => socket.listen(owner),
    clock,
    onClosed: (abrupt) => closes.push(abrupt),
    countClosed: () => {},
  });
  const reader = new RecordReader();
  const records: StreamRecord[] = [];
  answer.on('data', (chunk: Buffer) => {
    const complete = reader.push(new Uint8Array(chunk));
    if (complete.ok) records.push(...complete.value);
  });
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 1000) {
      await clock.advance(1000);
      connection.heartbeat();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { answer, socket, connection, clock, closes, messages, records, pass };
}

test('[STREAM7] a client that answers no ping is gone after 25 s', async () => {
  const { clock, answer, connection, closes, pass, records } = stage();
  connection.start(receiverFor(clock));
  await pass(HALF_OPEN_MS);
  expect(records.filter(({ type }) => type === 'ping').length).toBeGreaterThan(1);
  expect(closes).toEqual([]);
  await pass(2000);
  expect(answer.destroyed).toBe(true);
  expect(closes).toEqual([true]);
});

test('[STREAM7] an empty post is sign of life enough', async () => {
  const { clock, answer, connection, pass, socket } = stage();
  connection.start(receiverFor(clock));
  for (let times = 0; times < 5; times += 1) {
    await pass(20_000);
    socket.take({ closing: false, first: 1, frames: [] });
  }
  expect(answer.destroyed).toBe(false);
});

test('[STREAM9] while its room does not read, a socket takes one batch and no more', async () => {
  const { clock, connection, messages, socket } = stage();
  expect(await socket.whenReady(0)).toBe(false);
  connection.start(receiverFor(clock, (message) => messages.push(message)));
  expect(await socket.whenReady(0)).toBe(true);
  connection.pause('room');
  socket.take({ closing: false, first: 1, frames: frames(3) });
  expect(messages).toHaveLength(0);
  const ready = socket.whenReady(60_000);
  connection.resume('room');
  expect(await ready).toBe(true);
  expect(messages).toHaveLength(3);
});

test('[STREAM9] a client over its allowance waits, in the middle of a batch if need be', async () => {
  const { clock, connection, messages, socket } = stage();
  connection.start(receiverFor(clock, (message) => messages.push(message)));
  socket.take({ closing: false, first: 1, frames: frames(700) });
  expect(messages.length).toBeLessThan(700);
  const ready = socket.whenReady(60_000);
  await clock.advance(5000);
  expect(await ready).toBe(true);
  expect(messages).toHaveLength(700);
});

test('[STREAM8] hanging up waits for what was said before', async () => {
  const { clock, closes, connection, messages, records, socket } = stage();
  connection.start(receiverFor(clock, (message) => messages.push(message)));
  connection.pause('room');
  socket.take({ closing: true, first: 1, frames: frames(2) });
  expect(socket.readyState).toBe(socket.OPEN);
  connection.resume('room');
  expect(messages).toHaveLength(2);
  await new Promise((resolve) => setImmediate(resolve));
  expect(records.at(-1)).toEqual({ type: 'closed', code: 1000, reason: '' });
  expect(closes).toEqual([false]);
});

test('[STREAM6] nothing follows the close record', async () => {
  const { clock, answer, connection, records, socket } = stage();
  const errors: unknown[] = [];
  answer.on('error', (error) => errors.push(error));
  connection.start(receiverFor(clock));
  connection.close('not-allowed');
  expect(socket.readyState).not.toBe(socket.OPEN);
  socket.send(frame);
  socket.ping();
  connection.close('restart');
  await new Promise((resolve) => setImmediate(resolve));
  expect(records.map(({ type }) => type)).toEqual(['opened', 'closed']);
  expect(errors).toEqual([]);
});

test('[SHARE9] a whole board leaves as the one buffer it is for all', async () => {
  const { answer, records, socket } = stage();
  const board = new Uint8Array(200_000).fill(7);
  const written: unknown[] = [];
  const write = answer.write.bind(answer);
  answer.write = ((chunk: Uint8Array) => (written.push(chunk), write(chunk))) as typeof answer.write;
  socket.send(board);
  await new Promise((resolve) => setImmediate(resolve));
  expect(written).toContain(board);
  expect(records.at(-1)).toEqual({ type: 'frame', frame: board });
});
