import { afterEach, expect, test } from 'vitest';
import { currentLanguage, setCurrentLanguage, writing } from './current.ts';

afterEach(() => setCurrentLanguage('en'));

const AT = Date.UTC(2026, 2, 4, 21, 5);
const clock = () => writing().time(AT, { timeStyle: 'short', timeZone: 'UTC' });

test('dates are those of the region that a person wants, of the language that is spoken', () => {
  setCurrentLanguage('en', ['de-DE', 'en-GB', 'en-US']);
  expect(currentLanguage()).toBe('en');
  expect(clock()).toBe('21:05');
});

test('a tag that no browser knows is passed over', () => {
  setCurrentLanguage('en', ['en-!', 'en-a1', '']);
  expect(clock()).toMatch(/9:05/);
});
