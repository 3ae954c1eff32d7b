import { globSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const SOURCES = new URL('../', import.meta.url);
const sources = globSync('**/*.{ts,tsx}', { cwd: SOURCES })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.startsWith('i18n/en/') && !path.includes('.test.'))
  .map((path) => readFileSync(new URL(path, SOURCES), 'utf8'))
  .join('\n');

/** Keys that stand in the code as they are, and the beginnings of those that are put together: `map.kind_${kind}`. */
const written = new Set([...sources.matchAll(/['"]([a-zA-Z]+\.\w+)['"]/g)].map(([, key]) => key ?? ''));
const stems = [...sources.matchAll(/`([a-zA-Z]+\.\w*)\$\{/g)].map(([, stem]) => stem ?? '');

async function allKeys(): Promise<readonly string[]> {
  const names = readdirSync(new URL('en/', import.meta.url)).map((file) => file.replace(/\.ts$/, ''));
  const sections = await Promise.all(
    names.map((name) => import(`./en/${name}.ts`) as Promise<Record<string, Record<string, unknown>>>),
  );
  return sections
    .flatMap((section) => Object.entries(section))
    .flatMap(([section, words]) => Object.keys(words).map((name) => `${section}.${name}`));
}

test('every word is said somewhere', async () => {
  const keys = await allKeys();
  expect(keys.length).toBeGreaterThan(500);
  const isSaid = (key: string) => written.has(key) || stems.some((stem) => key.startsWith(stem));
  expect(keys.filter((key) => !isSaid(key))).toEqual([]);
});

test('a key that is put together begins with a stem of its own, so that unused words show', async () => {
  const sections = new Set((await allKeys()).map((key) => key.split('.')[0]));
  const ofWords = stems.filter((stem) => sections.has(stem.split('.')[0]));
  expect(ofWords.length).toBeGreaterThan(10);
  expect(ofWords.filter((stem) => !stem.endsWith('_'))).toEqual([]);
});
