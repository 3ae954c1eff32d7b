import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './bootstrap/workspace.mjs';

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

it('the interface page lists every route of the server, and no other', () => {
  const sources = globSync('apps/server/src/*/*-routes.ts', { cwd: ROOT }).map(read).join('\n');
  const served = [...sources.matchAll(/\.on\('(GET|POST)', '([^']+)'/g)].map(
    ([, verb, path]) => `${verb} ${path}`,
  );
  const listed = [...read('docs/interface.md').matchAll(/`(GET|POST) (\/(?:api|health|metrics)[^`\s]*)/g)];
  expect(listed.map(([, verb, path]) => `${verb} ${path}`).toSorted()).toEqual(served.toSorted());
});
