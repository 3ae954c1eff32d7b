import { expect, it } from 'vitest';
import { SameFile } from './same-file.ts';

function counting() {
  let [made, now] = [0, 0];
  const files = new SameFile<string>(
    () => now,
    (file) => (file.startsWith('refused') ? null : 1_000_000),
  );
  const make =
    (seq: number, what = 'file') =>
    async (reads: (seq: number) => void) => {
      await Promise.resolve();
      reads(seq);
      return `${what} ${(made += 1)} of ${seq}`;
    };
  return { files, make, later: (ms: number) => (now += ms) };
}

it('[SHARE29] requests for the same file of the same state share one file, made once', async () => {
  const { files, make, later } = counting();
  const class12 = await Promise.all(Array.from({ length: 12 }, () => files.of('map.png', 7, make(7))));
  expect(new Set(class12)).toEqual(new Set(['file 1 of 7']));
  expect(await files.of('map.png', 7, make(7))).toBe('file 1 of 7');
  expect(await files.of('map.png', 8, make(8))).toBe('file 2 of 8');
  expect(await files.of('map.png', null, make(8))).toBe('file 3 of 8');
  later(60_001);
  expect(await files.of('map.png', 8, make(8))).toBe('file 4 of 8');
  expect(await files.of('grid.png', 8, make(8, 'refused'))).toBe('refused 5 of 8');
  expect(await files.of('grid.png', 8, make(8))).toBe('file 6 of 8');
});

it('[SHARE29] keeps no more than fits, and nothing of what failed', async () => {
  const { files, make } = counting();
  const broken = () => Promise.reject(new Error('no'));
  await expect(files.of('board 0', 1, broken)).rejects.toThrow('no');
  for (let board = 0; board < 40; board += 1) await files.of(`board ${board}`, 1, make(1));
  expect(await files.of('board 39', 1, make(1))).toBe('file 40 of 1');
  expect(await files.of('board 0', 1, make(1))).toBe('file 41 of 1');
});
