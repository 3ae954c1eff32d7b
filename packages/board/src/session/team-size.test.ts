import { expect, it } from 'vitest';
import { teamCount, teamSize } from './team-size.ts';

it('makes six rooms of 45 people and 28 tables of 200, and leaves nobody alone', () => {
  expect(teamCount(45, teamSize('rooms'))).toBe(6);
  expect(teamCount(200, teamSize('rooms'))).toBe(28);
  expect(teamCount(3, teamSize('pairs'))).toBe(1);
  expect(teamCount(1, teamSize('fours'))).toBe(1);
  expect(teamCount(0, teamSize('threes'))).toBe(0);
});
