import { expect, it } from 'vitest';
import { languageOf } from './language.ts';

it.each([
  ['/api/boards?language=en-XA', 'en', 'en-XA'],
  ['/api/boards?language=tlh', 'en-XA, en;q=0.8', 'en-XA'],
  ['/api/boards', 'de, en-XA;q=0.7, en;q=0.5', 'en-XA'],
  ['/api/boards', 'de', 'en'],
  ['/api/boards', undefined, 'en'],
])('[WORD3] %s with %s is answered in %s', (url, accepted, language) => {
  const headers = accepted === undefined ? {} : { 'accept-language': accepted };
  expect(languageOf({ url, headers })).toBe(language);
});
