import { expect, it } from 'vitest';
import { attack } from './hostile-frames.ts';

const FRAMES = Number(process.env['HOSTILE_FRAMES'] ?? 1_000_000);
const PER_RUN = 20_000;
const first = Number(process.env['SEED'] ?? 1);
const runs = Array.from({ length: Math.ceil(FRAMES / PER_RUN) }, (_, index) => ({
  seed: first + index,
  role: index % 3 === 0 ? ('participant' as const) : ('observer' as const),
}));

it.each(runs)(
  `[FAULT10] ${PER_RUN} hostile frames sent as $role break nothing (seed $seed)`,
  async ({ seed, role }) => {
    expect(await attack(seed, PER_RUN, role)).toEqual({ frames: PER_RUN, changed: 0, problems: [] });
  },
);
