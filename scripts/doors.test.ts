import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './bootstrap/workspace.mjs';

const find = (pattern: string) =>
  globSync(pattern, { cwd: ROOT, exclude: ['**/node_modules/**', '**/dist/**'] });
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const files = find('{apps,packages,e2e,bench,scripts}/**/*.{ts,tsx,mjs}').map((path) => ({
  path,
  text: read(path),
}));
/** `type a`, `b` and `c as d` of a list between braces. */
const entriesOf = (list: string) =>
  list
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Types are left out: they name what functions take and give, whether or not any person writes them down. */
const valuesOf = (door: string) =>
  [...read(door).matchAll(/^export \{([^}]*)\}/gm)]
    .flatMap(([, list = '']) => entriesOf(list))
    .filter((one) => !one.startsWith('type '))
    .map((one) => one.split(' as ').at(-1) ?? one);

it.each(find('packages/*/src/index.ts'))('%s lets out no value that nobody outside imports', (door) => {
  const [, folder = ''] = door.split('/');
  const { name } = JSON.parse(read(`packages/${folder}/package.json`)) as { name: string };
  const imports = new RegExp(`(?:import|export) (?:type )?\\{([^}]*)\\} from '${name}'`, 'g');
  const imported = new Set(
    files
      .filter(({ path }) => !path.startsWith(`packages/${folder}/`))
      .flatMap(({ text }) => [...text.matchAll(imports)])
      .flatMap(([, list = '']) => entriesOf(list))
      .map((one) => one.replace(/^type /, '').split(' as ')[0]),
  );
  const values = valuesOf(door);
  expect(values.length).toBeGreaterThan(0);
  expect(values.filter((value) => !imported.has(value))).toEqual([]);
});
