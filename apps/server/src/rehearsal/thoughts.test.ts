import { expect, it } from 'vitest';
import { pretendName } from './thoughts.ts';

it('[REHEARSE2] a pretend participant is never taken for a person, nor for another', () => {
  const names = Array.from({ length: 45 }, (_, at) => pretendName(at));
  expect(new Set(names).size).toBe(45);
  expect(names.every((name) => name.endsWith('(pretend)'))).toBe(true);
});
