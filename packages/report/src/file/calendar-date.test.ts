import { expect, test } from 'vitest';
import { calendarDate, writtenDate } from './calendar-date.ts';

test.each([
  [new Date(2027, 0, 4, 23, 59), '2027-01-04'],
  [new Date(2027, 11, 31, 0, 0), '2027-12-31'],
  ['2027-01-14', '2027-01-14'],
  ['2027-01-14T23:30:00Z', '2027-01-14'],
])('%s is the calendar date %s', (date, expected) => {
  expect(calendarDate(date)).toBe(expected);
});

test.each([
  ['2027-01-04', 'January 4, 2027'],
  ['2026-12-31', 'December 31, 2026'],
  ['2027-13-01', '2027-13-01'],
  ['soon', 'soon'],
])('%s is written %s', (date, expected) => {
  expect(writtenDate(date, 'en')).toBe(expected);
});

test('a date is written in the language that is asked for', () => {
  expect(writtenDate('2027-01-04', 'es')).toBe('4 de enero de 2027');
});
