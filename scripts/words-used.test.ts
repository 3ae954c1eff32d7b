import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogFiles, wordValues } from '@coherence/words/node';
import { expect, test } from 'vitest';
import { ROOT } from './bootstrap/workspace.mjs';

const sources = globSync('{apps,packages}/*/src/**/*.{ts,tsx}', { cwd: ROOT })
  .filter((path) => !path.includes('.test.') && !path.replaceAll('\\', '/').startsWith('packages/words/'))
  .map((path) => readFileSync(join(ROOT, path), 'utf8'))
  .join('\n');

/** Keys that stand in the code as they are, and the beginnings of those that are put together: `map.kind_${kind}`. */
const written = new Set([...sources.matchAll(/['"]([a-zA-Z]+\.\w+)['"]/g)].map(([, key]) => key ?? ''));
const stems = [...sources.matchAll(/`([a-zA-Z]+\.\w*)\$\{/g)].map(([, stem]) => stem ?? '');

const files = catalogFiles('en');
const keys = [...wordValues(files).matchAll(/^ {2}'([\w.]+)':/gm)].map(([, key]) => key ?? '');

test('every word of the catalogs is said somewhere', () => {
  expect(keys.length).toBeGreaterThan(0);
  const isSaid = (key: string) => written.has(key) || stems.some((stem) => key.startsWith(stem));
  expect(keys.filter((key) => !isSaid(key))).toEqual([]);
});

test('a key that is put together begins with a stem of its own, so that unused words show', () => {
  const sections = new Set(files.map(({ section }) => section));
  const ofWords = stems.filter((stem) => sections.has(stem.split('.')[0] ?? ''));
  expect(ofWords.filter((stem) => !stem.endsWith('_'))).toEqual([]);
});
