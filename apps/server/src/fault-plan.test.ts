import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const home = new URL('../', import.meta.url);
const root = new URL('../../../', import.meta.url);
const plan = readFileSync(new URL('SPEC.md', home), 'utf8').split('## Fault plan')[1] ?? '';
const rows = plan.split('\n').filter((line) => line.startsWith('| FAULT'));

it('every fault of the plan names tests that exist', () => {
  expect(rows.length).toBeGreaterThan(20);
  const tests = rows.map((row) =>
    [...row.matchAll(/`((?:src|test|packages)\/[^`]+)`/g)].map(([, path]) => path ?? ''),
  );
  expect(rows.filter((_, index) => tests[index]?.length === 0)).toEqual([]);
  const missing = tests.flat().filter((path) => {
    return !existsSync(new URL(path, path.startsWith('packages/') ? root : home));
  });
  expect(missing).toEqual([]);
});
