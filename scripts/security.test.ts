import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './bootstrap/workspace.mjs';

const ATTACKS = 'apps/server/test/attacks';
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, words]) => words ?? []);
const idsIn = (text: string, id: RegExp) => [...text.matchAll(id)].flatMap(([, found]) => found ?? []);

/** Attacks have one letter (`D2b`), rules have several (`SHARE3`). */
const ATTACK = /(?<![\w-])([A-Z]\d+[a-z]?)(?![\w-])/g;

const page = read('docs/security.md');
const rows = page
  .split('\n')
  .filter((line) => /^\| [A-Z]\d/.test(line))
  .map((line) => {
    const [, attacks = '', , rules = '', tests = ''] = line.split(/(?<!\\)\|/);
    return {
      line,
      attacks: idsIn(attacks, ATTACK),
      rules: idsIn(rules, /([A-Z]+\d+)/g),
      tests: quoted(tests).map((path) => (path.includes('/') ? path : `${ATTACKS}/${path}`)),
    };
  });

describe('docs/security.md', () => {
  it('has a row for every attack, each once', () => {
    expect(rows.length).toBeGreaterThan(80);
    const all = rows.flatMap(({ attacks }) => attacks);
    expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([]);
    expect(rows.filter(({ attacks }) => attacks.length === 0)).toEqual([]);
  });

  it('names tests that exist, one or more for each attack', () => {
    expect(rows.filter(({ tests }) => tests.length === 0).map(({ line }) => line)).toEqual([]);
    const missing = rows.flatMap(({ tests }) => tests).filter((path) => !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
  });

  it('names tests that name the rule', () => {
    const unnamed = rows.flatMap(({ attacks, rules, tests }) => {
      const texts = tests.map(read).join('\n');
      return rules.filter((rule) => !texts.includes(`[${rule}]`)).map((rule) => `${attacks.join()}: ${rule}`);
    });
    expect(unnamed).toEqual([]);
  });

  it('names for each attack a test that npm test runs', () => {
    const long = rows.filter(({ tests }) => tests.every((path) => path.endsWith('.long.test.ts')));
    expect(long.flatMap(({ attacks }) => attacks)).toEqual([]);
  });

  it('has every attack that a test names', () => {
    const known = new Set(idsIn(page, ATTACK));
    const named = globSync(`${ATTACKS}/*.test.ts`, { cwd: ROOT }).flatMap((path) => {
      const titles = idsIn(read(path), /\b(?:it|describe)(?:\.\w+)*(?:\([^'`]*\))?\(\s*['`]([^'`\n]*)/g);
      return titles.flatMap((title) => idsIn(title, ATTACK));
    });
    expect(new Set(named).size).toBeGreaterThan(30);
    expect([...new Set(named)].filter((id) => !known.has(id))).toEqual([]);
  });

  it('lists every test of an attack on a server', () => {
    const listed = new Set(rows.flatMap(({ tests }) => tests));
    const there = globSync(`${ATTACKS}/*.test.ts`, { cwd: ROOT });
    expect(there.filter((path) => !listed.has(path))).toEqual([]);
  });
});
