import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const SOURCES = new URL('../', import.meta.url);
const read = (pattern: string) =>
  globSync(pattern, { cwd: SOURCES })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.includes('.test.'))
    .map((path) => readFileSync(new URL(path, SOURCES), 'utf8'))
    .join('\n');

test('every class of the style sheets is given to something', () => {
  const styles = read('**/*.css').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const code = read('**/*.{ts,tsx}');
  const classes = new Set(
    [...styles.matchAll(/\.([a-zA-Z][\w-]*)(?=[^{}]*\{)/g)].map(([, name]) => name ?? ''),
  );
  const given = new Set(code.match(/[a-zA-Z][\w-]*/g));
  const stems = [...code.matchAll(/([a-zA-Z][\w-]*-)\$\{/g)].map(([, stem]) => stem ?? '');
  expect(classes.size).toBeGreaterThan(500);
  const isGiven = (name: string) => given.has(name) || stems.some((stem) => name.startsWith(stem));
  const ofTldraw = (name: string) => name.startsWith('tl-');
  expect([...classes].filter((name) => !isGiven(name) && !ofTldraw(name))).toEqual([]);
});
