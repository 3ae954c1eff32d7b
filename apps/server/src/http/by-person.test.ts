import { expect, it } from 'vitest';
import { limitByPerson } from './by-person.ts';

const TOO_OFTEN = expect.objectContaining({ code: 'too-often' });

it('[JOIN3] lets one person ask so often, and again after a while, and nobody wait for another person', () => {
  let now = 0;
  const limit = limitByPerson(() => now, { atOnce: 3, perSecond: 2 });
  for (let count = 0; count < 3; count += 1) limit('dana');
  expect(() => limit('dana')).toThrow(TOO_OFTEN);
  limit('ray');
  now = 499;
  expect(() => limit('dana')).toThrow(TOO_OFTEN);
  now = 500;
  limit('dana');
  expect(() => limit('dana')).toThrow(TOO_OFTEN);
});
