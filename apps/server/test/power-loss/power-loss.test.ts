import { describe } from 'vitest';
import { bitRot, losePower } from './power-loss-rounds.ts';

const seed = Number(process.env['SEED'] ?? 20261122);

describe('what a store holds after a loss of power', () => {
  losePower(seed, { steps: 25, losses: 25 });
  bitRot(seed, { steps: 12, flips: 25 });
});
