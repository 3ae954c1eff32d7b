import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { BATCH_LIMITS, decodeBatch } from './batch.ts';
import { Intake } from './intake.ts';
import { MAX_OUTBOX_BYTES, Outbox } from './outbox.ts';

function batchOf(outbox: Outbox, closing = false) {
  const decoded = decodeBatch(outbox.batch(closing));
  if (!decoded.ok) throw new Error(decoded.error);
  return decoded.value;
}

const step = fc.oneof(
  fc.record({ do: fc.constant('push' as const), frames: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ do: fc.constantFrom('keep' as const, 'answer' as const) }),
  fc.record({ do: fc.constant('deliver' as const), kept: fc.nat(20) }),
);

test('[STREAM4] whatever is repeated, late or unanswered, every frame is taken once and in order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const outbox = new Outbox();
      const intake = new Intake();
      const kept = [batchOf(outbox)];
      const received: number[] = [];
      let sent = 0;
      for (const step of steps) {
        if (step.do === 'push')
          for (let frame = 0; frame < step.frames; frame += 1) outbox.push(Uint8Array.of((sent += 1)));
        if (step.do === 'keep') kept.push(batchOf(outbox));
        if (step.do === 'answer') outbox.taken(intake.taken);
        if (step.do !== 'deliver') continue;
        const taken = intake.accept(kept[step.kept % kept.length] ?? batchOf(outbox));
        if (!taken.ok) throw new Error('a gap');
        received.push(...taken.value.flatMap((frame) => [...frame]));
      }
      expect(received).toEqual(Array.from({ length: received.length }, (_, index) => index + 1));
      expect(intake.taken).toBe(received.length);
    }),
    { numRuns: 500, seed: 55 },
  );
});

test('[STREAM4] a gap is refused and changes nothing', () => {
  const intake = new Intake();
  expect(intake.accept({ closing: false, first: 2, frames: [Uint8Array.of(1)] })).toEqual({
    ok: false,
    error: 'gap',
  });
  expect(intake.taken).toBe(0);
});

test('[STREAM4] an answer of the past, or of a future that was never sent, changes nothing', () => {
  const outbox = new Outbox();
  outbox.push(Uint8Array.of(1));
  outbox.push(Uint8Array.of(2));
  outbox.taken(1);
  for (const n of [0, 1, 3, 99]) outbox.taken(n);
  expect(batchOf(outbox)).toEqual({ closing: false, first: 2, frames: [Uint8Array.of(2)] });
});

test('[STREAM8] closing is said only with the last of the frames', () => {
  const outbox = new Outbox();
  for (let frame = 0; frame < BATCH_LIMITS.maxFrames + 1; frame += 1) outbox.push(Uint8Array.of(1));
  expect(batchOf(outbox, true)).toMatchObject({ closing: false });
  outbox.taken(BATCH_LIMITS.maxFrames);
  expect(batchOf(outbox, true)).toMatchObject({ closing: true, first: BATCH_LIMITS.maxFrames + 1 });
});

test('[STREAM9] a batch is filled up to its size, and a larger frame goes alone', () => {
  const outbox = new Outbox();
  const large = new Uint8Array(BATCH_LIMITS.fillBytes + 1);
  for (const frame of [Uint8Array.of(1), Uint8Array.of(2), large, Uint8Array.of(3)]) outbox.push(frame);
  expect(batchOf(outbox).frames).toHaveLength(2);
  outbox.taken(2);
  expect(batchOf(outbox).frames).toHaveLength(1);
});

test('[STREAM9] it takes no more than its bound, and what was taken makes room', () => {
  const outbox = new Outbox();
  const half = new Uint8Array(MAX_OUTBOX_BYTES / 2);
  expect([outbox.push(half), outbox.push(half), outbox.push(Uint8Array.of(1))]).toEqual([true, true, false]);
  outbox.taken(1);
  expect(outbox.bytes).toBe(half.length);
  expect(outbox.push(Uint8Array.of(1))).toBe(true);
});

test('[STREAM4] a frame is copied: its sender may use the bytes again', () => {
  const outbox = new Outbox();
  const frame = Uint8Array.of(1);
  outbox.push(frame);
  frame[0] = 9;
  expect(batchOf(outbox).frames).toEqual([Uint8Array.of(1)]);
});
