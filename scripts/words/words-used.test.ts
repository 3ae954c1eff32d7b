import { expect, test } from 'vitest';
import { everyKey, spokenSources } from './sources.ts';

const sources = [...spokenSources().values()];
const keys = everyKey();

test('every word of the catalogs is said somewhere', () => {
  const written = new Set(sources.flatMap((source) => source.keys));
  const stems = sources.flatMap((source) => source.stems);
  expect(keys.length).toBeGreaterThan(1000);
  const isSaid = (key: string) => written.has(key) || stems.some((stem) => key.startsWith(stem));
  expect(keys.filter((key) => !isSaid(key))).toEqual([]);
});

test('a key that is put together begins with a stem of its own, so that unused words show', () => {
  const sections = new Set(keys.map((key) => key.split('.')[0]));
  const stems = sources.flatMap((source) => source.stems).filter((stem) => sections.has(stem.split('.')[0]));
  expect(stems.length).toBeGreaterThan(10);
  expect(stems.filter((stem) => !stem.endsWith('_'))).toEqual([]);
});

/** What every device must work out alike is ordered as in English, whatever language its person reads. */
const ALIKE = [
  'packages/board/src/projections/voices.ts',
  'packages/board/src/session/tally.ts',
  'packages/picture/src/text/text.ts',
];

test('dates, numbers, lists and orders come from the words alone', () => {
  const found = sources
    .filter(({ path }) => !path.startsWith('packages/words/') && !ALIKE.includes(path))
    .flatMap(({ path, byLanguage }) => byLanguage.map((line) => `${path}:${line}`));
  expect(found).toEqual([]);
});

test('no word is said while a module loads: a language that is chosen later would not reach it', () => {
  const early = sources.flatMap(({ path, saidAtLoad }) => saidAtLoad.map((line) => `${path}:${line}`));
  expect(early).toEqual([]);
});
