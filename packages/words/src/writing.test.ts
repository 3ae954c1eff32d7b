import { expect, test } from 'vitest';
import { writingIn } from './writing.ts';

const AT = Date.UTC(2026, 2, 4, 21, 5);

test('dates, lists and orders are those of the language', () => {
  const english = writingIn('en');
  const swedish = writingIn('sv');
  const how = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const;
  expect(english.time(AT, how)).toMatch(/March 4, 2026.*9:05/);
  expect(swedish.time(AT, how)).toMatch(/4 mars 2026.*21:05/);
  expect(english.list(['A', 'B', 'C'], 'or')).toBe('A, B, or C');
  expect(swedish.list(['A', 'B'], 'and')).toBe('A och B');
  expect(['zebra', 'ärla', 'apa'].toSorted(english.compare)).toEqual(['apa', 'ärla', 'zebra']);
  expect(['zebra', 'ärla', 'apa'].toSorted(swedish.compare)).toEqual(['apa', 'zebra', 'ärla']);
});
