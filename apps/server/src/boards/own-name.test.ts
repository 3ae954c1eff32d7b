import { NAME_MAX } from '@coherence/board';
import { expect, it } from 'vitest';
import { ownName } from './own-name.ts';

it('[SHARE26] no person who does not lead is shown by the name of a person who does', () => {
  const lead = { id: 'a', name: 'Dana Smith', role: 'facilitator', removed: false } as const;
  const people = [lead, { ...lead, id: 'b', name: 'Ray', role: 'participant' }] as const;
  const named = (name: string, id: string | null = null) => ownName(people, { id, name });
  expect([named('dana  smith'), named('Ray'), named('Dana'), named('')]).toEqual([
    'dana  smith (2)',
    'Ray',
    'Dana',
    '',
  ]);
  expect(named('Dana Smith', 'a')).toBe('Dana Smith');
  expect(ownName([{ ...lead, removed: true }], { id: null, name: 'Dana Smith' })).toBe('Dana Smith');
  const long = 'x'.repeat(NAME_MAX);
  expect(ownName([{ ...lead, name: long }], { id: null, name: long })).toHaveLength(NAME_MAX);
});
