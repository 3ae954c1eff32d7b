import type { Role } from '../storage/storage.ts';
import { describe, expect, it } from 'vitest';
import { countAttending, countLeading, countWriting } from './counts.ts';

describe('[COUNT1] counts', () => {
  it('are sums by unit, and name no unit that gave nothing', () => {
    const writing = countWriting([
      { unit: 'si', drafts: 3, done: true },
      { unit: 'si', drafts: 1, done: false },
      { unit: 'fp', drafts: 0, done: true },
      { unit: '', drafts: 2, done: false },
      { unit: 'tl', drafts: 0, done: false },
    ]);
    expect(writing).toEqual({ drafts: { si: 4, '': 2 }, people: { si: 2, '': 1 }, done: { si: 1, fp: 1 } });
  });
});

it('[ATTEND1] people attend by unit, and those who lead are told apart', () => {
  const person = (role: Role, unit: string, removed = false) => ({
    id: unit,
    board: 'b',
    name: '',
    createdAt: 0,
    role,
    unit,
    removed,
  });
  const people = [
    person('facilitator', ''),
    person('facilitator', 'si'),
    person('facilitator', 'fp', true),
    person('participant', 'si'),
    person('observer', 'si'),
    person('display', ''),
  ];
  expect(countAttending(people)).toEqual({ si: 2 });
  expect(countLeading(people)).toBe(1);
});
