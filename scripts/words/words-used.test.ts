import { catalogFiles, wordValues } from '@coherence/words/node';
import { expect, test } from 'vitest';
import { spokenSources } from './sources.ts';

const sources = [...spokenSources().values()];
const written = new Set(sources.flatMap(({ keys }) => keys));
const stems = sources.flatMap((source) => source.stems);

const files = catalogFiles('en');
const sections = new Set(files.map(({ section }) => section));
const known = [...wordValues(files).matchAll(/^ {2}'([\w.]+)':/gm)].map(([, key]) => key ?? '');

test('every word of the catalogs is said somewhere', () => {
  expect(known.length).toBeGreaterThan(0);
  const isSaid = (key: string) => written.has(key) || stems.some((stem) => key.startsWith(stem));
  expect(known.filter((key) => !isSaid(key))).toEqual([]);
});

test('a key that is put together begins with a stem of its own, so that unused words show', () => {
  const ofWords = stems.filter((stem) => sections.has(stem.split('.')[0] ?? ''));
  expect(ofWords.filter((stem) => !stem.endsWith('_'))).toEqual([]);
});
