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

test('no word is said while a module loads: a language that is chosen later would not reach it', () => {
  const early = sources.flatMap(({ path, saidAtLoad }) => saidAtLoad.map((line) => `${path}:${line}`));
  expect(early).toEqual([]);
});
