import { expect, it } from 'vitest';
import { KnownPause } from './pause.ts';
import type { Person } from './seat.ts';

const dana: Person = { participant: 'dana', name: 'Dana', unit: '', role: 'participant' };
const luis: Person = { ...dana, participant: 'luis' };
const lead: Person = { ...dana, participant: 'lead', role: 'facilitator' };

it('holds back participants who are not named, and frees whom the next one no longer holds', () => {
  const pause = new KnownPause();
  pause.note([]);
  expect([dana, luis, lead].map((one) => pause.holdsBack(one))).toEqual([true, true, false]);
  const freedByName = pause.note(['dana']);
  expect([dana, luis, lead].map((one) => freedByName?.(one))).toEqual([true, false, false]);
  expect([dana, luis].map((one) => pause.holdsBack(one))).toEqual([false, true]);
  const freedByEnd = pause.note(null);
  expect([dana, luis].map((one) => freedByEnd?.(one))).toEqual([false, true]);
});

it('is news only where it differs from what was known, and no person is held back before any person has looked', () => {
  const pause = new KnownPause();
  expect(pause.isKnown).toBe(false);
  expect(pause.holdsBack(dana)).toBe(false);
  expect(pause.note(null)).toBeNull();
  expect(pause.isKnown).toBe(true);
  expect(pause.note(['luis'])).not.toBeNull();
  expect(pause.note(['luis'])).toBeNull();
});
