import { expect, it } from 'vitest';
import { ApiError } from '../../errors.ts';
import { BoardShares } from './board-shares.ts';

it('[SHARE35] an address makes 30 boards at once and 300 a day, its neighbour too, and nobody any while space is scarce', () => {
  let now = 0;
  let scarce = false;
  const shares = new BoardShares({ now: () => now, isSpaceScarce: () => scarce });
  const make = (address: string) => {
    try {
      shares.makesBoard(address);
      return 'made';
    } catch (error) {
      return error instanceof ApiError ? error.code : String(error);
    }
  };
  const made = (address: string, tries: number) =>
    Array.from({ length: tries }, () => make(address)).filter((one) => one === 'made').length;
  expect(made('a', 40)).toBe(30);
  expect(made('b', 30)).toBe(30);
  let all = 30;
  for (let minute = 0; minute < 60 * 24; minute += 1) {
    now += 60_000;
    all += made('a', 10);
  }
  expect(all).toBeGreaterThan(500);
  expect(all).toBeLessThanOrEqual(600);
  scarce = true;
  expect(make('c')).toBe('cannot-save');
  scarce = false;
  expect(make('c')).toBe('made');
});
