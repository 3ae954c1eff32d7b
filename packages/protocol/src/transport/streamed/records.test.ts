import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FRAME_LIMITS, RECEIVE_LIMITS } from '../../wire/limits.ts';
import { decodeBatch, decodeTaken, encodeBatch, encodeTaken } from './batch.ts';
import { encodeRecord, RecordReader, type StreamRecord } from './records.ts';

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => new Uint8Array(array));
const record: fc.Arbitrary<StreamRecord> = fc.oneof(
  fc.record({ type: fc.constant('opened' as const), session: fc.string({ maxLength: 40 }) }),
  fc.record({ type: fc.constant('frame' as const), frame: bytes }),
  fc.constant({ type: 'ping' as const }),
  fc.record({
    type: fc.constant('closed' as const),
    code: fc.nat(4999),
    reason: fc.string({ maxLength: 40 }),
  }),
);
const joined = (parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

function chunksOf(stream: Uint8Array<ArrayBuffer>, cuts: readonly number[]): Uint8Array<ArrayBuffer>[] {
  const at = [0, ...cuts.map((cut) => cut % (stream.length + 1)).sort((a, b) => a - b), stream.length];
  return at.slice(1).map((end, index) => stream.slice(at[index], end));
}

function readAll(chunks: readonly Uint8Array<ArrayBuffer>[]): StreamRecord[] {
  const reader = new RecordReader();
  return chunks.flatMap((chunk) => {
    const read = reader.push(chunk);
    if (!read.ok) throw new Error(read.error);
    return read.value;
  });
}

describe('records', () => {
  test('[STREAM1] come out as they went in, wherever the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 12 }),
        fc.array(fc.nat(), { maxLength: 40 }),
        (records, cuts) => {
          expect(readAll(chunksOf(joined(records.map(encodeRecord)), cuts))).toEqual(records);
        },
      ),
      { numRuns: 300, seed: 51 },
    );
  });

  test('[STREAM1] have the bytes that the grammar says', () => {
    expect([...encodeRecord({ type: 'frame', frame: Uint8Array.of(7, 8) })]).toEqual([3, 1, 7, 8]);
    expect([...encodeRecord({ type: 'ping' })]).toEqual([1, 2]);
    expect([...encodeRecord({ type: 'closed', code: 4401, reason: 'a' })]).toEqual([5, 3, 0xb1, 0x22, 1, 97]);
    const opened = encodeRecord({ type: 'opened', session: 's' });
    expect(opened.slice(0, 5)).toEqual(Uint8Array.of(0x85, 0x10, 0, 1, 115));
  });

  test('[STREAM1] the first one is long enough to get past proxies that hold back two kilobytes', () => {
    expect(encodeRecord({ type: 'opened', session: 's' }).length).toBeGreaterThan(2048);
  });

  test('[STREAM1] of a kind that is not known are skipped, as are fields added to those that are', () => {
    const newer = joined([Uint8Array.of(3, 9, 1, 2), Uint8Array.of(3, 2, 1, 2), Uint8Array.of(3, 1, 7, 8)]);
    expect(readAll([newer])).toEqual([{ type: 'ping' }, { type: 'frame', frame: Uint8Array.of(7, 8) }]);
  });

  test('[STREAM9] that are longer than a frame may be are refused before they arrive', () => {
    const length = RECEIVE_LIMITS.maxFrame + 2;
    const head = [
      0x80 | (length & 127),
      0x80 | ((length >> 7) & 127),
      0x80 | ((length >> 14) & 127),
      length >> 21,
    ];
    expect(new RecordReader().push(Uint8Array.from(head))).toEqual({ ok: false, error: 'too-large' });
    expect(new RecordReader().push(Uint8Array.of(255, 255, 255, 255))).toEqual({
      ok: false,
      error: 'too-large',
    });
  });

  test('[WIRE5] a server may send more than a client: the limits of uploads do not hold for what is received', () => {
    const frame = new Uint8Array(FRAME_LIMITS.maxFrame + 1);
    const read = new RecordReader().push(encodeRecord({ type: 'frame', frame }));
    expect(read.ok && read.value[0]?.type === 'frame' && read.value[0].frame.length).toBe(frame.length);
  });

  test('[STREAM9] a large frame in small chunks costs no more than its bytes', () => {
    const record = encodeRecord({ type: 'frame', frame: new Uint8Array(FRAME_LIMITS.maxSyncStep2) });
    const reader = new RecordReader();
    const startedAt = performance.now();
    let frames = 0;
    for (let at = 0; at < record.length; at += 1024) {
      const read = reader.push(record.slice(at, at + 1024));
      frames += read.ok ? read.value.length : NaN;
    }
    expect(frames).toBe(1);
    // Some 30 ms; joining at every chunk takes ten seconds.
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  test('[STREAM1] any bytes give records or an error, never an exception', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 6 }), (chunks) => {
        const reader = new RecordReader();
        for (const chunk of chunks) if (!reader.push(chunk).ok) break;
      }),
      { numRuns: 2000, seed: 52 },
    );
  });
});

describe('batches', () => {
  test('[STREAM1] come out as they went in', () => {
    const batch = fc.record({
      closing: fc.boolean(),
      first: fc.integer({ min: 1 }),
      frames: fc.array(bytes, { maxLength: 10 }),
    });
    fc.assert(
      fc.property(batch, (batch) => {
        expect(decodeBatch(encodeBatch(batch))).toEqual({ ok: true, value: batch });
      }),
      { numRuns: 200, seed: 53 },
    );
  });

  test('[STREAM1] any bytes give a batch or a refusal', () => {
    fc.assert(
      fc.property(bytes, (bytes) => void decodeBatch(bytes)),
      { numRuns: 2000, seed: 54 },
    );
    expect(decodeBatch(Uint8Array.of(0, 0))).toEqual({ ok: false, error: 'unknown-value' });
    expect(decodeBatch(Uint8Array.of(2, 1))).toEqual({ ok: false, error: 'unknown-value' });
  });

  test('[STREAM9] of more frames than a batch may have are refused', () => {
    const frames = Array.from({ length: 1025 }, () => Uint8Array.of(3));
    expect(decodeBatch(encodeBatch({ closing: false, first: 1, frames }))).toEqual({
      ok: false,
      error: 'too-many-entries',
    });
  });

  test('[STREAM4] the answer is one number and nothing else', () => {
    expect(decodeTaken(encodeTaken(300))).toBe(300);
    expect(decodeTaken(new TextEncoder().encode('<html>'))).toBeNull();
  });
});
