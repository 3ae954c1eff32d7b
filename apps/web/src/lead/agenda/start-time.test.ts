import { expect, test } from 'vitest';
import { clockOf, nextQuarter, timeOn } from './start-time.ts';

test('a time of day and back', () => {
  const noon = new Date(2027, 0, 14, 12, 1).getTime();
  for (const time of ['00:00', '09:05', '23:59']) {
    const at = timeOn(noon, time);
    expect(clockOf(at)).toBe(time);
    expect(new Date(at).getDate()).toBe(14);
  }
  expect(clockOf(nextQuarter(noon))).toBe('12:15');
  expect(nextQuarter(nextQuarter(noon))).toBe(nextQuarter(noon));
});
