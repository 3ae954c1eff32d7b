import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './bootstrap/workspace.mjs';

const IN_WORKSPACE = { cwd: ROOT, exclude: ['**/node_modules/**', '**/dist/**'] };
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, id]) => id ?? '');

/** A rule is stated where a line of a list or table begins with its id: `- SAVE1 ...`, `- **[WIRE1]** ...`. */
const STATED = /^(?:- |\| )(?:\*\*\[)?([A-Z]+\d+)\b/gm;
/** A test cites a rule in a title, which is a string: `it('[SAVE1] ...')`. */
const CITED = /\[([A-Z]{2,}\d+)\](?=[^\n]*['"`])/g;
/** A row of the fault plan names its tests itself; `fault-plan.test.ts` looks whether they exist. */
const NAMES_ITS_TESTS = /^\| ([A-Z]+\d+)\b.*`[^`]+\.test\.ts`/gm;
const MENTIONED = /(?<![\w#&-])([A-Z]{3,}\d+)(?![\w-])/g;

const specs = globSync('{apps,packages,e2e,bench}/**/SPEC.md', IN_WORKSPACE).map((path) => ({
  path,
  text: read(path),
}));
const stated = specs.flatMap(({ path, text }) => found(text, STATED).map((id) => ({ id, path })));
const rules = new Set(stated.map(({ id }) => id));

const isTest = (path: string) => /\.(test|spec)\.tsx?$|\.contract\.ts$|\/testing\/|\/test\//.test(path);
const files = globSync('{apps,packages,e2e,bench,scripts}/**/*.{ts,tsx,mjs}', IN_WORKSPACE)
  .filter((path) => path !== 'scripts/specs.test.ts')
  .map((path) => ({ path, text: read(path) }));
const citations = files
  .filter(({ path }) => isTest(path))
  .flatMap(({ path, text }) => found(text, CITED).map((id) => ({ id, path })));

/** `SAVE` of `SAVE1`. */
const familyOf = (id: string) => id.replace(/\d+$/, '');
const families = new Set([...rules].map(familyOf));

describe('the rules of all SPEC.md', () => {
  it('are each stated once, in one of them', () => {
    expect(rules.size).toBeGreaterThan(300);
    const ids = stated.map(({ id }) => id);
    const twice = stated.filter(({ id }) => ids.indexOf(id) !== ids.lastIndexOf(id));
    expect(twice).toEqual([]);
  });

  it('are each cited by a test', () => {
    const cited = new Set([
      ...citations.map(({ id }) => id),
      ...specs.flatMap(({ text }) => found(text, NAMES_ITS_TESTS)),
    ]);
    expect(stated.filter(({ id }) => !cited.has(id))).toEqual([]);
  });

  it('are all that tests cite', () => {
    expect(citations.length).toBeGreaterThan(500);
    expect(citations.filter(({ id }) => !rules.has(id))).toEqual([]);
  });

  it('are all that comments and pages speak of', () => {
    const pages = globSync('{*.md,docs/**/*.md,{apps,packages}/**/SPEC.md}', IN_WORKSPACE);
    const texts = [...files, ...pages.map((path) => ({ path, text: read(path) }))];
    const mentions = texts.flatMap(({ path, text }) => found(text, MENTIONED).map((id) => ({ id, path })));
    const unknown = mentions.filter(({ id }) => families.has(familyOf(id)) && !rules.has(id));
    expect(unknown).toEqual([]);
  });
});
