import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const SPEC = readFileSync(new URL('../SPEC.md', import.meta.url), 'utf8');
const RULES = [...SPEC.matchAll(/\*\*\[([A-Z]+\d+)\]\*\*/g)].map(([, id]) => id);

/** Rules that bind the server; its own tests cite them. */
const KEPT_BY_THE_SERVER = ['WIRE8', 'WIRE9', 'WIRE10', 'CLOSE4', 'JOIN2', 'JOIN3', 'STREAM3'];

const sources = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' });
const cited = sources
  .filter((name) => name.endsWith('.test.ts') && name !== 'spec.test.ts')
  .flatMap((name) => [
    ...readFileSync(new URL(name, import.meta.url), 'utf8').matchAll(/\[([A-Z]+\d+)\](?=[^\n]*['`])/g),
  ])
  .map(([, id]) => id);

test('every rule is stated once', () => {
  expect(RULES.filter((id, index) => RULES.indexOf(id) !== index)).toEqual([]);
});

test('every rule of SPEC.md is cited by a test, and every rule cited is in SPEC.md', () => {
  expect([...new Set([...cited, ...KEPT_BY_THE_SERVER])].sort()).toEqual([...RULES].sort());
});
