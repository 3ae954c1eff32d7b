import { expect, test } from 'vitest';
import { attendingByUnit, countFinishing } from './attending.ts';

const writing = { drafts: {}, people: {}, done: { fp: 1, si: 9, gone: 1 } };
const session = { attending: { fp: 2, si: 4, '': 1, gone: 2 }, writing };

test('units stand in board order with their counts, people without one come last', () => {
  expect(attendingByUnit(session, ['si', 'fp', 'empty'], false)).toEqual({
    people: 9,
    units: 2,
    lines: [
      { unit: 'si', count: 4, done: null },
      { unit: 'fp', count: 2, done: null },
      { unit: null, count: 3, done: null },
    ],
  });
});

test('while people write, each unit says how many are done, never more than there are', () => {
  const { lines } = attendingByUnit(session, ['si', 'fp'], true);
  expect(lines.map(({ done }) => done)).toEqual([
    { done: 4, count: 4 },
    { done: 1, count: 2 },
    { done: 1, count: 3 },
  ]);
});

test('who leads from within a unit is not waited for; a facilitator without a unit is not counted at all', () => {
  const { lines } = attendingByUnit(session, ['si', 'fp', 'gone'], true, ['fp', null, 'gone']);
  expect(lines.map(({ unit, done }) => [unit, done])).toEqual([
    ['si', { done: 4, count: 4 }],
    ['fp', { done: 1, count: 1 }],
    ['gone', { done: 1, count: 1 }],
    [null, { done: 0, count: 1 }],
  ]);
});

test('nobody of a unit in which all lead is waited for', () => {
  const led = { attending: { fp: 1 }, writing: { drafts: {}, people: {}, done: {} } };
  expect(attendingByUnit(led, ['fp'], true, ['fp']).lines).toEqual([{ unit: 'fp', count: 1, done: null }]);
});

test('without people no unit attends', () => {
  expect(
    attendingByUnit({ attending: {}, writing: { drafts: {}, people: {}, done: {} } }, ['si'], true),
  ).toEqual({
    people: 0,
    units: 0,
    lines: [],
  });
});

test('a phase waits for those who take part, and not for who leads', () => {
  expect(countFinishing({ attending: { si: 2, fp: 1 }, leading: 1 })).toBe(2);
  expect(countFinishing({ attending: {}, leading: 0 })).toBe(0);
});

test('counts that arrive one after the other never make it less than nobody', () => {
  expect(countFinishing({ attending: {}, leading: 1 })).toBe(0);
});
