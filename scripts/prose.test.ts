import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, it } from 'vitest';
import { ROOT } from './bootstrap/workspace.mjs';

/** Phrases that hide who or what is meant; CONTRIBUTING says what stands in their place. */
const DIALECT =
  /\b(whoever|whomever|(some|any|every)body who|no ?body who|what is asked|be commanded about|tells (true|false)|the answer is called)\b/gi;

/** What is not ours or is made, and CONTRIBUTING, which quotes what it forbids. */
const EXCEPT = [
  '**/node_modules/**',
  '**/dist/**',
  'e2e/test-results/**',
  'docs/licenses/**',
  'docs/interface.md',
  'CONTRIBUTING.md',
  'scripts/prose.test.ts',
];
const TITLE = /\b(?:it|test|describe)(?:\.\w+)*(?:\([^\n]*?\))?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g;

const phrasesIn = (prose: string): string[] => [...prose.matchAll(DIALECT)].map(([phrase]) => phrase);

/** Comments and test titles of a file of code; all of a page. */
function proseOf(path: string, text: string): string[] {
  if (path.endsWith('.md')) return [text];
  const comments = parseSync(path, text).comments.map(({ value }) => value.replace(/\s*\n\s*\*\s*/g, ' '));
  return [...comments, ...[...text.matchAll(TITLE)].map(([, , title = '']) => title)];
}

it('the check finds its phrases in comments and titles, and leaves words people typed alone', () => {
  const code = `/** Asks\n * whoever waits. */\nit('[X1] refuses somebody who waits', () => say('whoever'));`;
  expect(proseOf('x.ts', code).flatMap(phrasesIn)).toEqual(['whoever', 'somebody who']);
});

it('comments, titles, rules and docs name who acts and what is meant', () => {
  const paths = globSync(['{apps,packages,e2e,bench,scripts,docs}/**/*.{ts,tsx,mjs,md}', '*.md'], {
    cwd: ROOT,
    exclude: EXCEPT,
  });
  expect(paths.length).toBeGreaterThan(1400);
  const found = paths.flatMap((path) =>
    proseOf(path, readFileSync(join(ROOT, path), 'utf8'))
      .flatMap(phrasesIn)
      .map((phrase) => `${path}: ${phrase}`),
  );
  expect(found).toEqual([]);
});
