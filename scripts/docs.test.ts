import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './bootstrap/workspace.mjs';
import { interfaceTables, plain, tablesIn } from './interface-tables.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: ROOT })];

/** Paths between backticks that start at a folder of this repository. */
const pathsIn = (text: string) =>
  [...text.matchAll(/`((?:apps|packages|e2e|bench|scripts|docs|\.ci)\/[^`\s*]+)`/g)].flatMap(
    ([, path]) => path ?? [],
  );

const linksIn = (text: string) =>
  [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
    .flatMap(([, target]) => target ?? [])
    .filter((target) => !/^[a-z]+:/.test(target));

describe('the table "Where is...?"', () => {
  const table = read('docs/architecture.md').split('## Where is...?')[1] ?? '';
  const rows = table.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| I want'));
  const opens = rows.filter((line) => !line.startsWith('| ---')).map((line) => line.split('|')[2] ?? '');

  it('has one path or more in every row', () => {
    expect(opens.length).toBeGreaterThan(10);
    expect(opens.filter((cell) => !cell.includes('`'))).toEqual([]);
  });

  it('names only paths that exist', () => {
    const paths = opens
      .flatMap((cell) => cell.match(/(?<=`)[^`]+(?=`)/g) ?? [])
      .filter((part) => /[./]/.test(part));
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe.each(pages)('%s', (page) => {
  it('names only paths and links that exist', () => {
    const text = read(page);
    const links = linksIn(text).map((target) => join(dirname(page), target));
    const missing = [...pathsIn(text), ...links].filter((path) => !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
  });

  it('names only commands that exist', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
    const commands = [...read(page).matchAll(/npm run ([\w:-]+)/g)].flatMap(([, name]) => name ?? []);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  });
});

it('the README lists every variable the server reads, and no other', () => {
  const documented = [...read('README.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
  const names = [...read('apps/server/src/config.ts').matchAll(/'([A-Z_]{4,})'/g)].map(([, name]) => name);
  expect(documented.toSorted()).toEqual([...new Set(names)].toSorted());
});

it('the tables of the interface page are as the declarations make them', () => {
  const made = Object.entries(interfaceTables()).map(([name, table]) => [name, plain(table)]);
  expect(tablesIn(read('docs/interface.md'))).toEqual(Object.fromEntries(made));
});

it('the server answers at no address that is not declared', () => {
  const sources = globSync('apps/server/src/**/*.ts', { cwd: ROOT });
  const adding = sources.filter((path) => !path.endsWith('.test.ts') && /router\s*\.on\(/.test(read(path)));
  expect(adding).toEqual(['apps/server/src/http/serve.ts']);
});
