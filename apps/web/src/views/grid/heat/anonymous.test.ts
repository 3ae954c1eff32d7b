import { sessionSchema } from '@coherence/board';
import { expect, test } from 'vitest';
import { isAnonymous } from './anonymous.ts';

const agendaOf = (kind: string, identity: string) =>
  sessionSchema.parse({ agenda: [{ id: 'p', kind, title: kind, identity }] });

test('one phase in which people write anonymously is enough, a vote is not', () => {
  expect(isAnonymous(agendaOf('write', 'anonymous'))).toBe(true);
  expect(isAnonymous(agendaOf('write', 'unit'))).toBe(false);
  expect(isAnonymous(agendaOf('vote', 'anonymous'))).toBe(false);
});
