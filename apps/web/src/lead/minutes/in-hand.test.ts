import { sessionSchema } from '@coherence/board';
import { expect, test } from 'vitest';
import { walkedNow } from './in-hand.ts';

const AGENDA = [
  { id: 'w', kind: 'walk', title: 'Walk' },
  { id: 'o', kind: 'owners', title: 'Owners' },
];
const inPhase = (id: string | null) =>
  sessionSchema.parse({
    agenda: AGENDA,
    phase: id === null ? null : { id, startedAt: 0 },
    walk: { factor: 'f' },
  });

test('a note is in hand while it is read aloud, and no longer once the room has gone on', () => {
  expect(walkedNow(inPhase('w'))).toBe('f');
  expect(walkedNow(inPhase('o'))).toBeNull();
  expect(walkedNow(inPhase(null))).toBeNull();
});
