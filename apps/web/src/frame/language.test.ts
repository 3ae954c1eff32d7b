import { expect, test } from 'vitest';
import { keepLanguage, wantedLanguages } from './language.ts';

function store() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test('the language of the address comes first, then the one chosen here, then those of the browser', () => {
  const device = store();
  const languages = ['de-DE', 'en'];
  expect(wantedLanguages({ search: '', languages, store: device })).toEqual(languages);
  keepLanguage('es', device);
  expect(wantedLanguages({ search: '', languages, store: device })).toEqual(['es', ...languages]);
  expect(wantedLanguages({ search: '?view=map&language=fr', languages, store: device })).toEqual([
    'fr',
    'es',
    ...languages,
  ]);
});

test('where nothing may be kept, the browser decides', () => {
  keepLanguage('es', null);
  expect(wantedLanguages({ search: '', languages: ['en'], store: null })).toEqual(['en']);
});
