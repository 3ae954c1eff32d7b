import { expect, test } from 'vitest';
import { readEntries } from './compile/compile-catalog.ts';
import { catalogFiles } from './read-catalogs-node.ts';

/** Words of our code and of other trades: people are shown a part of the agenda, a level, a card, a link, a version. */
const NEVER = /\b(kits?|tiers?|polarit(?:y|ies)|phases?|generations?|nodes?|edges?)\b/i;

/** The text of a message without the names of its values and of its choices. */
function shownOf(message: string): string {
  return message
    .replaceAll(/\{\w+, (?:plural|select|selectordinal),/g, '{')
    .replaceAll(/(?:=\d+|[\w-]+) \{/g, '{')
    .replaceAll(/\{\w+\}/g, '');
}

test('the names of values and choices are told from what is shown', () => {
  expect(shownOf('{n, plural, one {# phase} other {# parts}} of {phase}')).toMatch(NEVER);
  expect(shownOf('{place, select, phase {Part {phase}: } other {}}it starts')).not.toMatch(NEVER);
});

test('no word that people are never shown stands in a catalog', () => {
  const shown = catalogFiles('en').flatMap(({ section, po }) =>
    readEntries(section, po).map(({ name, text }) => ({ key: `${section}.${name}`, text: shownOf(text) })),
  );
  expect(shown.filter(({ text }) => NEVER.test(text))).toEqual([]);
});
