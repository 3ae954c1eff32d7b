import { expect, test } from 'vitest';
import { sessionSchema } from '@coherence/board';
import { tintOf, isAnonymous } from './heat-rules.ts';

test('0 has none, the highest number all, also where that is 1', () => {
  expect([0, 1, 2, 4, 5, 6].map((count) => tintOf(count, 6))).toEqual([
    'none',
    'some',
    'some',
    'more',
    'most',
    'most',
  ]);
  expect([tintOf(1, 1), tintOf(0, 0)]).toEqual(['most', 'none']);
});

const agendaOf = (kind: string, identity: string) =>
  sessionSchema.parse({ agenda: [{ id: 'p', kind, title: kind, identity }] });

test('one phase in which people write anonymously is enough, a vote is not', () => {
  expect(isAnonymous(agendaOf('write', 'anonymous'))).toBe(true);
  expect(isAnonymous(agendaOf('write', 'unit'))).toBe(false);
  expect(isAnonymous(agendaOf('vote', 'anonymous'))).toBe(false);
});
