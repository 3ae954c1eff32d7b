import { notesAskedAbout, PLAIN_DRAFT, type Draft } from '@coherence/board';
import { expect, test } from 'vitest';
import { saidYes } from './asked.ts';
import { ownChoices, tooFewHere } from './promise.ts';

const draft = (over: Partial<Draft> = {}): Draft => ({
  ...PLAIN_DRAFT,
  id: 'd',
  text: 'x',
  phase: 'p1',
  ...over,
});
const asked = { phase: 'p1', at: 5 };

test('[FLOOR3] somebody is asked about their own nameless notes of the phase, and nothing else', () => {
  const promise = { identity: 'unit', unit: '', name: '' } as const;
  const drafts = [
    draft(),
    draft({ phase: 'p2' }),
    draft({ for: 'ray' }),
    draft({ show: 'named' }),
    draft({ text: ' ' }),
    draft({ promise }),
  ];
  expect(notesAskedAbout(drafts, asked)).toEqual([drafts[0]]);
  expect(notesAskedAbout(drafts, null)).toEqual([]);
});

test('[FLOOR3] an answer holds for the question that was asked, and for every note', () => {
  expect(saidYes([draft({ answer: [5, true] })], 5)).toBe(true);
  expect(saidYes([draft({ answer: [4, true] })], 5)).toBeNull();
  expect(saidYes([draft({ answer: [5, true] }), draft()], 5)).toBeNull();
  expect(saidYes([draft({ answer: [5, false] })], 5)).toBe(false);
});

test('[FLOOR7] too few are here for notes without names only where none are promised and devices are fewer than three', () => {
  const session = { attending: { si: 2, '': 1 }, withoutDevice: 1 };
  expect(tooFewHere('anonymous', session)).toBe(2);
  expect(tooFewHere('anonymous', { ...session, withoutDevice: 0 })).toBeNull();
  expect(tooFewHere('unit', session)).toBeNull();
});

test('[PROMISE6] a writer can show what they have and what was not promised to be shown anyway', () => {
  const writer = { unit: 'Finance', name: 'Dana' };
  expect(ownChoices({ ...writer, identity: 'anonymous' })).toEqual(['unit', 'named']);
  expect(ownChoices({ ...writer, identity: 'unit' })).toEqual(['named']);
  expect(ownChoices({ ...writer, identity: 'named' })).toEqual([]);
  expect(ownChoices({ unit: null, name: null, identity: 'anonymous' })).toEqual([]);
});
