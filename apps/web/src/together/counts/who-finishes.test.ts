import { expect, test } from 'vitest';
import { countFinishing } from './who-finishes.ts';

test('a phase waits for those who take part, and not for who leads', () => {
  expect(countFinishing({ attending: { si: 2, fp: 1 }, leading: 1 })).toBe(2);
  expect(countFinishing({ attending: {}, leading: 0 })).toBe(0);
});

test('counts that arrive one after the other never make it less than nobody', () => {
  expect(countFinishing({ attending: {}, leading: 1 })).toBe(0);
});
