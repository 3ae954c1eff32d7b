import { expect, test } from 'vitest';
import { encodeAwareness } from '../wire/messages/awareness.ts';
import { encodeSyncStep1, encodeSyncStep2, encodeUpdateFrame } from '../wire/messages/sync.ts';
import { countingSocket } from './counting-socket.ts';

function recorded() {
  const seen: string[] = [];
  class Base {
    addEventListener(_type: 'open', listener: () => void): void {
      listener();
    }
    send(): void {
      seen.push('sent');
    }
    close(): void {}
  }
  const Counting = countingSocket(Base, {
    opened: () => seen.push('opened'),
    counted: (step, isWhole) => seen.push(isWhole ? step : `part of ${step}`),
  });
  return { seen, socket: new Counting('ws://board.test') };
}

const none = new Uint8Array(0);
const copy = (frame: Uint8Array) => new Uint8Array(frame);

test('[SAVED1] a frame is counted before it leaves, so that no ack can be earlier', () => {
  const { seen, socket } = recorded();
  socket.send(copy(encodeUpdateFrame(none)));
  socket.send(copy(encodeSyncStep2(none)));
  expect(seen).toEqual(['opened', 'update', 'sent', 'sync-step-2', 'sent']);
});

test('[SAVED1] nothing else is counted', () => {
  const { seen, socket } = recorded();
  for (const frame of [encodeSyncStep1(none), encodeAwareness([]), none]) socket.send(copy(frame));
  expect(seen).toEqual(['opened', 'sent', 'sent', 'sent']);
});
