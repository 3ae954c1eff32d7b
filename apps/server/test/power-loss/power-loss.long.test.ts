import { describe } from 'vitest';
import { bitRot, losePower } from './power-loss-rounds.ts';

const first = Number(process.env['SEED'] ?? 1);
const RUNS = Number(process.env['POWER_LOSSES'] ?? 2_000) / 400;

describe('what a store holds after many losses of power', () => {
  for (let run = 0; run < RUNS; run += 1) {
    losePower(first + run, { steps: 60, losses: 400 });
    bitRot(first + run, { steps: 20, flips: 100 });
  }
});
