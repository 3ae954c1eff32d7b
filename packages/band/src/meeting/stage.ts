import type { Random } from '@coherence/board/random';
import type { Material } from '../material.ts';
import type { Pace } from '../pace.ts';
import type { Pretend } from '../pretend.ts';

/** Who acts in a meeting, on what and how fast. */
export interface Stage {
  readonly pretend: Pretend;
  readonly material: Material;
  readonly random: Random;
  readonly pace: Pace;
  readonly signal: AbortSignal;
}
