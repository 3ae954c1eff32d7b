import { expect, it } from 'vitest';
import { attack } from './hostile-frames.ts';

const seed = Number(process.env['SEED'] ?? 20261122);

it.each([
  ['observer', 14_000],
  ['participant', 6_000],
] as const)(
  `[FAULT10] hostile frames sent as %s break nothing (%i of them, seed ${seed})`,
  async (role, frames) => {
    expect(await attack(seed, frames, role)).toEqual({ frames, changed: 0, problems: [] });
  },
  60_000,
);
