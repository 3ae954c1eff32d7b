import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEntries } from './compile/read-entries.ts';
import { termsOf } from './compile/read-terms-node.ts';
import { valuesOfMessage } from './compile/word-values.ts';
import { LANGUAGES } from './languages.ts';
import { catalogFiles } from './read-catalogs-node.ts';

const english = new Map<string, string>(
  catalogFiles('en').flatMap(({ section, po }) =>
    readEntries(section, po).map(({ name, text }) => [`${section}.${name}`, text]),
  ),
);

const TERMS = termsOf('en');

describe.each(Object.keys(LANGUAGES))('the catalogs of %s', (language) => {
  const terms = termsOf(language);
  const words = catalogFiles(language).flatMap(({ section, po }) =>
    readEntries(section, po).map(({ name, text }) => ({ key: `${section}.${name}`, text })),
  );

  it('have words', () => {
    expect(existsSync(new URL(`../catalogs/${language}/`, import.meta.url))).toBe(true);
    expect(words.length).toBeGreaterThan(0);
  });

  it('say no word that English does not have', () => {
    expect(words.filter(({ key }) => !english.has(key)).map(({ key }) => key)).toEqual([]);
  });

  it('name only values that English names', () => {
    const unknown = words.flatMap(({ key, text }) => {
      const given = valuesOfMessage(english.get(key) ?? '', TERMS).map(([name]) => name);
      const extra = valuesOfMessage(text, terms).filter(([name]) => !given.includes(name));
      return extra.map(([name]) => `${key}: {${name}}`);
    });
    expect(unknown).toEqual([]);
  });
});
