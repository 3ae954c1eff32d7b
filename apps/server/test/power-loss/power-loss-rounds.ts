import { expect, it } from 'vitest';
import { randomFrom } from '@coherence/board/testing';
import { flip, lossBetween, opened, writeAWhile } from './power-loss.ts';

/** Every copy that a loss of power could have left has all that was acknowledged before, and opens. */
export function losePower(seed: number, { steps: count, losses }: { steps: number; losses: number }): void {
  it(`[FAULT3] [SAVE1] ${losses} losses of power lose nothing that was acknowledged (seed ${seed})`, () => {
    const { next } = randomFrom(seed);
    const written = writeAWhile(seed, count);
    const { steps } = written;
    for (let loss = 0; loss < losses; loss += 1) {
      const at = 1 + Math.floor(next() * (steps.length - 1));
      const [before, after] = [steps[at - 1], steps[at]];
      if (before === undefined || after === undefined) continue;
      const seq = opened(lossBetween(before, after, next), written);
      expect([before.seq, after.seq], `loss ${loss} in step ${at} (${after.kind})`).toContain(seq);
    }
  });
}

/**
 * One bit flipped anywhere in what had been acknowledged, in the file or its log: all is there, or it is refused with a
 * reason. Only the newest commit in the log cannot be told from one that was never finished.
 */
export function bitRot(seed: number, { steps: count, flips }: { steps: number; flips: number }): void {
  it(`[FAULT4] [SAVE3] ${flips} flipped bits never make a document shorter in silence (seed ${seed})`, () => {
    const { next } = randomFrom(seed);
    const written = writeAWhile(seed, count);
    const { steps } = written;
    let refused = 0;
    for (let round = 0; round < flips; round += 1) {
      const at = 1 + Math.floor(next() * (steps.length - 1));
      const [before, step] = [steps[at - 1], steps[at]];
      if (before === undefined || step === undefined) continue;
      const inLog = step.moment.wal.length > 0 && next() < 0.7;
      const moment = {
        database: inLog ? step.moment.database : flip(Buffer.from(step.moment.database), 0, next),
        wal: inLog ? flip(Buffer.from(step.moment.wal), 0, next) : step.moment.wal,
      };
      const found = opened(moment, written);
      if (typeof found === 'number')
        expect(inLog ? [before.seq, step.seq] : [step.seq], `flip ${round} after step ${at}`).toContain(
          found,
        );
      else refused += 1;
    }
    expect(refused).toBeGreaterThan(0);
  });
}
