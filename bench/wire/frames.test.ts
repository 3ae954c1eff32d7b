import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientFrame, randomMask } from './client-frames.ts';
import { ServerFrames } from './server-frames.ts';

/** What a server would send: the same frame without its mask. */
function serverFrame(payload: Uint8Array): Buffer {
  const frame = clientFrame(payload, Uint8Array.of(0, 0, 0, 0));
  const head = frame.length - payload.length - 4;
  frame[1] = (frame[1] ?? 0) & 0x7f;
  return Buffer.concat([frame.subarray(0, head), frame.subarray(head + 4)]);
}

describe('frames of a client', () => {
  it('are masked: the payload is there again under the same mask', () => {
    const payload = Uint8Array.from({ length: 300 }, (_, at) => at & 0xff);
    const mask = Uint8Array.of(1, 2, 3, 4);
    const frame = clientFrame(payload, mask);
    expect([...frame.subarray(0, 8)]).toEqual([0x82, 0x80 | 126, 1, 44, 1, 2, 3, 4]);
    expect(Uint8Array.from(frame.subarray(8), (byte, at) => byte ^ (mask[at & 3] ?? 0))).toEqual(payload);
  });

  it('have a new mask each time', () => {
    const masks = new Set(Array.from({ length: 100 }, () => Buffer.from(randomMask()).toString('hex')));
    expect(masks.size).toBe(100);
  });
});

describe('frames of a server', () => {
  it('come out whole however the stream is cut', () => {
    const sizes = fc.array(fc.oneof(fc.nat(300), fc.integer({ min: 65_500, max: 65_600 })), { maxLength: 6 });
    fc.assert(
      fc.property(sizes, fc.array(fc.integer({ min: 1, max: 9000 })), (lengths, cuts) => {
        const payloads = lengths.map((length, at) => Buffer.alloc(length, at + 1));
        const stream = Buffer.concat(payloads.map(serverFrame));
        const frames = new ServerFrames();
        const seen: Buffer[] = [];
        const take = (chunk: Buffer) =>
          frames.push(chunk, ({ opcode, payload }) => {
            expect(opcode).toBe(2);
            seen.push(Buffer.from(payload));
          });
        let at = 0;
        for (const cut of cuts) {
          take(stream.subarray(at, at + cut));
          at = Math.min(stream.length, at + cut);
        }
        take(stream.subarray(at));
        expect(seen).toEqual(payloads);
      }),
      { numRuns: 50 },
    );
  });
});
