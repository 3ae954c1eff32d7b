import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryMessage } from '../testing/arbitrary-message.ts';
import { decodeFrame, encodeMessage } from './codec.ts';
import { FRAME_REFUSALS } from './frame-reader.ts';
import { FRAME_LIMITS } from './limits.ts';
import { MESSAGES } from './messages.ts';
import { encodeAwareness, isRemoval, removedStateBytes } from './messages/awareness.ts';
import { encodeHello } from './messages/hello.ts';
import { encodeSyncStep1, encodeSyncStep2, encodeUpdateFrame } from './messages/sync.ts';

const bytesOf = (length: number) => new Uint8Array(length);
const refused = (error: string) => ({ ok: false, error });

describe('round trip', () => {
  test('[WIRE1] a message survives encoding and decoding', () => {
    fc.assert(
      fc.property(arbitraryMessage, (message) => {
        expect(decodeFrame(encodeMessage(message))).toEqual({ ok: true, value: message });
      }),
    );
  });

  test('[WIRE1] a byte order mark is part of a text', () => {
    const message = { type: 'role', role: '\uFEFFa' } as const;
    expect(decodeFrame(encodeMessage(message))).toEqual({ ok: true, value: message });
  });

  test('[WIRE7] the decoded bytes are copies, of a pooled Buffer too', () => {
    const frame = Buffer.from(encodeUpdateFrame(Uint8Array.of(1, 2, 3)));
    const decoded = decodeFrame(frame);
    frame.fill(9);
    expect(decoded).toEqual({ ok: true, value: { type: 'update', update: Uint8Array.of(1, 2, 3) } });
  });
});

describe('hostile frames', () => {
  test('[WIRE6] a mutated frame gives a message or a listed refusal, never an exception', () => {
    const edits = fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 0, max: 255 })), { maxLength: 6 });
    fc.assert(
      fc.property(arbitraryMessage, edits, fc.nat(400), (message, changes, keep) => {
        const frame = encodeMessage(message).slice(0, keep);
        for (const [at, value] of changes) if (at < frame.length) frame[at] = value;
        const decoded = decodeFrame(frame);
        if (!decoded.ok) expect(FRAME_REFUSALS).toContain(decoded.error);
        else expect(decodeFrame(encodeMessage(decoded.value))).toEqual(decoded);
      }),
      { numRuns: 5000, seed: 104 },
    );
  });

  test('[WIRE6] random bytes give a message or a listed refusal, never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (frame) => {
        const decoded = decodeFrame(frame);
        if (!decoded.ok) expect(FRAME_REFUSALS).toContain(decoded.error);
      }),
      { numRuns: 5000, seed: 105 },
    );
  });

  test('[WIRE6] every proper prefix of a y-protocols frame is refused as truncated', () => {
    const frame = encodeAwareness([{ clientId: 7, clock: 300, stateBytes: removedStateBytes() }]);
    for (let length = 1; length < frame.length; length += 1) {
      expect(decodeFrame(frame.slice(0, length)), `${length} bytes`).toEqual(refused('truncated'));
    }
  });

  test('[WIRE2] a second message in the frame is refused', () => {
    const one = [...encodeUpdateFrame(Uint8Array.of(1))];
    expect(decodeFrame(Uint8Array.from([...one, ...one]))).toEqual(refused('trailing-bytes'));
    expect(decodeFrame(Uint8Array.of(1, 2, 0, 0))).toEqual(refused('trailing-bytes'));
  });

  test('[WIRE3] a field appended to one of our messages is ignored', () => {
    const hello = {
      protocol: 2,
      generation: 3,
      limits: { maxUpdate: 4, maxSyncStep2: 5, maxAwarenessState: 6 },
    };
    const longer = Uint8Array.from([...encodeHello(hello), 99, 98]);
    expect(decodeFrame(longer)).toEqual({ ok: true, value: { type: 'hello', ...hello } });
  });

  test('[HELLO1] a hello may stop after the protocol version', () => {
    expect(decodeFrame(Uint8Array.of(104, 1))).toEqual({
      ok: true,
      value: { type: 'hello', protocol: 1, generation: 0, limits: null },
    });
  });

  test.each([
    ['empty', []],
    ['unknown-message', [4]],
    ['unknown-message', [Math.max(...Object.values(MESSAGES).map(({ number }) => number)) + 1]],
    ['unknown-value', [0, 3, 0]],
    ['unknown-value', [2, 1, 0]],
    ['unknown-value', [101, 1, 99, 0]],
    ['unknown-value', [102, 3]],
    ['not-utf8', [103, 1, 0xff]],
    ['truncated', [0, 2, 5, 1]],
    ['number-out-of-range', [100, 255, 255, 255, 255, 255, 255, 255, 255, 1]],
    ['number-out-of-range', [100, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 0]],
    ['number-out-of-range', [100, 255, 255, 255, 255, 255, 255, 255, 127, 0]],
    ['too-many-entries', [1, 8, 128, 128, 128, 128, 128, 128, 128, 1]],
    ['trailing-bytes', [3, 0]],
  ])('[WIRE6] %s: %j', (reason, bytes) => {
    expect(decodeFrame(Uint8Array.from(bytes))).toEqual(refused(reason));
  });
});

describe('limits', () => {
  test.each([
    ['an update', encodeUpdateFrame, FRAME_LIMITS.maxUpdate],
    ['a sync-step-2', encodeSyncStep2, FRAME_LIMITS.maxSyncStep2],
    ['a state vector', encodeSyncStep1, FRAME_LIMITS.maxStateVector],
  ])('[WIRE5] %s of the limit passes, one byte more is too large', (_name, encode, limit) => {
    expect(decodeFrame(encode(bytesOf(limit))).ok).toBe(true);
    expect(decodeFrame(encode(bytesOf(limit + 1)))).toEqual(refused('too-large'));
  });

  test('[WIRE5] a frame is limited as a whole, whatever is in it', () => {
    const padded = new Uint8Array(FRAME_LIMITS.maxFrame + 1);
    padded.set([104, 1]);
    expect(decodeFrame(padded.subarray(0, FRAME_LIMITS.maxFrame)).ok).toBe(true);
    expect(decodeFrame(padded)).toEqual(refused('too-large'));
  });

  test('[WIRE5] awareness is limited in states and in bytes per state', () => {
    const { maxAwarenessEntries, maxAwarenessState } = FRAME_LIMITS;
    const entries = (count: number, size: number) =>
      Array.from({ length: count }, (_, clientId) => ({ clientId, clock: 1, stateBytes: bytesOf(size) }));
    expect(decodeFrame(encodeAwareness(entries(maxAwarenessEntries, 4))).ok).toBe(true);
    expect(decodeFrame(encodeAwareness(entries(maxAwarenessEntries + 1, 4)))).toEqual(
      refused('too-many-entries'),
    );
    expect(decodeFrame(encodeAwareness(entries(1, maxAwarenessState))).ok).toBe(true);
    expect(decodeFrame(encodeAwareness(entries(1, maxAwarenessState + 1)))).toEqual(refused('too-large'));
  });

  test('[WIRE5] a declared count costs nothing before its bytes arrive', () => {
    const claimsAThousand = Uint8Array.of(1, 2, 0x80, 0x08);
    expect(decodeFrame(claimsAThousand)).toEqual(refused('truncated'));
  });
});

test('[WIRE4] leaving is the state null', () => {
  expect(isRemoval({ clientId: 1, clock: 1, stateBytes: removedStateBytes() })).toBe(true);
  expect(isRemoval({ clientId: 1, clock: 1, stateBytes: new TextEncoder().encode('{}') })).toBe(false);
});
