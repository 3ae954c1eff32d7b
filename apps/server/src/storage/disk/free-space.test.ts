import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { scarceSpace } from './free-space.ts';

const [MIB, GIB] = [1024 ** 2, 1024 ** 3];

it('[SHARE35] space is scarce below a fiftieth of the disk, at most 128 MiB, or what the operator keeps free', () => {
  let now = 0;
  const disk = { totalBytes: GIB, freeBytes: 150 * MIB };
  const small = scarceSpace('x', null, { now: () => now, look: () => disk });
  const large = scarceSpace('x', null, {
    now: () => now,
    look: () => ({ ...disk, totalBytes: 1_000 * GIB }),
  });
  const kept = scarceSpace('x', 2_048, { now: () => now, look: () => disk });
  expect([small(), large(), kept()]).toEqual([false, false, true]);
  disk.freeBytes = 20 * MIB;
  expect(small()).toBe(false);
  now += 5_000;
  expect([small(), large()]).toEqual([true, true]);
});

it('a disk that does not tell has enough', () => {
  expect(scarceSpace('/nowhere/at/all', null, { now: () => 0 })()).toBe(false);
  expect(scarceSpace(tmpdir(), 0, { now: () => 0 })()).toBe(false);
});
