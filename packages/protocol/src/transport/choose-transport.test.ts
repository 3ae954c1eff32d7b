import { expect, test } from 'vitest';
import { FIRST_CHOICE, nextChoice, transportToTry, type TransportChoice } from './choose-transport.ts';
import type { Transport, TransportEvent } from './choose-transport.ts';

const MINUTE_MS = 60_000;

function failed(transport: Transport, over: { hung?: boolean; webWorks?: boolean; at?: number } = {}) {
  return {
    type: 'not-opened',
    transport,
    hung: false,
    webWorks: true,
    at: 0,
    ...over,
  } satisfies TransportEvent;
}
const after = (events: readonly TransportEvent[], from: TransportChoice = FIRST_CHOICE) =>
  events.reduce(nextChoice, from);
const blocked = after([failed('websocket'), failed('websocket')]);

test('[CHOICE1] two WebSockets refused while the web works are enough, one is not', () => {
  expect(after([failed('websocket')]).transport).toBe('websocket');
  expect(blocked.transport).toBe('streamed');
});

test('[CHOICE1] one WebSocket that hangs while the web works is enough', () => {
  expect(after([failed('websocket', { hung: true })]).transport).toBe('streamed');
});

test('[CHOICE1] a network that is down says nothing about WebSockets, however long', () => {
  const down = failed('websocket', { webWorks: false });
  expect(after(Array.from({ length: 50 }, () => down))).toEqual(FIRST_CHOICE);
  expect(after([failed('websocket'), down, failed('websocket')]).transport).toBe('websocket');
  expect(after([failed('websocket', { hung: true, webWorks: false })]).transport).toBe('websocket');
});

test('[CHOICE1] signs count only in a row', () => {
  const opened = { type: 'opened', transport: 'websocket' } as const;
  expect(after([failed('websocket'), opened, failed('websocket')]).transport).toBe('websocket');
});

test('[CHOICE2] a WebSocket is tried again after ten minutes', () => {
  expect(transportToTry(blocked, 10 * MINUTE_MS - 1)).toBe('streamed');
  expect(transportToTry(blocked, 10 * MINUTE_MS)).toBe('websocket');
});

test('[CHOICE2] tried again in vain, it is left at once and for another ten minutes', () => {
  const again = after([failed('websocket', { at: 10 * MINUTE_MS })], blocked);
  expect(transportToTry(again, 10 * MINUTE_MS)).toBe('streamed');
  expect(transportToTry(again, 20 * MINUTE_MS)).toBe('websocket');
});

test('[CHOICE2] tried again with success, it is kept', () => {
  expect(after([{ type: 'opened', transport: 'websocket' }], blocked)).toEqual(FIRST_CHOICE);
});

test('[CHOICE2] on another network a WebSocket is tried at once', () => {
  expect(transportToTry(after([{ type: 'network-changed' }], blocked), 1)).toBe('websocket');
});

test('[CHOICE3] a stand-in that does not open while the web works is left for a WebSocket', () => {
  expect(after([failed('streamed'), failed('streamed')], blocked)).toEqual(FIRST_CHOICE);
  expect(after([failed('streamed', { hung: true })], blocked)).toEqual(FIRST_CHOICE);
  expect(after([failed('streamed', { webWorks: false }), failed('streamed')], blocked).transport).toBe(
    'streamed',
  );
});

test('[CHOICE3] a stand-in that opens stays, whatever failed before', () => {
  const opened = { type: 'opened', transport: 'streamed' } as const;
  expect(after([failed('streamed'), opened, failed('streamed')], blocked).transport).toBe('streamed');
});

test('[CHOICE3] a late failure of the stand-in does not count against the WebSocket', () => {
  expect(after([failed('streamed'), failed('streamed'), failed('websocket')]).transport).toBe('websocket');
});
