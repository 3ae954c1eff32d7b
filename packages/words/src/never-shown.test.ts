import { expect, test } from 'vitest';
import type { Token } from './catalog.ts';
import { compile } from './compile/compile-catalog.ts';
import { readEntries } from './compile/read-entries.ts';
import { catalogFiles } from './read-catalogs-node.ts';

/**
 * Words of our code and of other trades: people are shown a part of the agenda, a level, a card, a link, a version. Of
 * units they read the board's own word: `{unitWord}` and the other terms.
 */
const NEVER = /\b(kits?|units?|tiers?|polarit(?:y|ies)|phases?|generations?|nodes?|edges?)\b/i;

const textIn = (tokens: readonly Token[]): readonly string[] =>
  tokens.flatMap((token) => {
    if (typeof token === 'string') return [token];
    const [, , format] = token;
    const choices: readonly unknown[] =
      typeof format === 'object' && format !== null ? Object.values(format) : [];
    return choices.flatMap((one) => (Array.isArray(one) ? textIn(one as Token[]) : []));
  });

/** The text of a message without its terms, and without the names of its values and of its choices. */
function shownOf(message: string): string {
  const compiled = compile(message);
  return typeof compiled === 'string' ? compiled : textIn(compiled).join(' ');
}

test('the names of values and choices are told from what is shown', () => {
  expect(shownOf('{n, plural, one {# phase} other {# parts}} of {phase}')).toMatch(NEVER);
  expect(shownOf('{place, select, phase {Part {phase}: } other {}}it starts')).not.toMatch(NEVER);
  expect(shownOf('Your {unitWord} of {units}, “{unit}”')).not.toMatch(NEVER);
  expect(shownOf('{word, select, office {office} other {unit}}')).toMatch(NEVER);
});

test('no word that people are never shown stands in a catalog', () => {
  const shown = catalogFiles('en').flatMap(({ section, po }) =>
    readEntries(section, po).map(({ name, text }) => ({ key: `${section}.${name}`, text: shownOf(text) })),
  );
  expect(shown.filter(({ text }) => NEVER.test(text))).toEqual([]);
});

test('an article before the word for units stands in a term: “a school”, “an office”', () => {
  const texts = catalogFiles('en').flatMap(({ section, po }) => readEntries(section, po));
  expect(texts.filter(({ text }) => /\ban? \{unitWord\}/i.test(text))).toEqual([]);
});
