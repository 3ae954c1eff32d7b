import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, it } from 'vitest';
import { ROOT } from './bootstrap/workspace.mjs';

const LENGTH = 40_000;
/** What is linear takes a millisecond or two; a pattern that goes back over what it has read takes many seconds. */
const MAX_MS = 400;
/** Letters that patterns treat unlike others, beside those that stand in the pattern itself. */
const LETTERS = [...'a0Z \n\r\t:-_.,"\'\\&<[({/é\u0301\u200d\ud800=+@#'];

/** Every regular expression that stands in the code, with a file it stands in. */
function patterns(): Map<string, { pattern: string; flags: string; file: string }> {
  const found = new Map<string, { pattern: string; flags: string; file: string }>();
  for (const file of globSync('{apps,packages}/*/src/**/*.{ts,tsx}', { cwd: ROOT })) {
    if (/\.test\.|\/testing\//.test(file)) continue;
    const { program } = parseSync(file, readFileSync(join(ROOT, file), 'utf8'));
    const visitor = new Visitor({
      Literal(node) {
        if ('regex' in node) found.set(node.raw ?? '', { ...node.regex, file });
      },
    });
    visitor.visit(program);
  }
  return found;
}

/** The longest that the pattern takes over one letter again and again, then something else or nothing, in ms. */
function slowest({ pattern, flags }: { pattern: string; flags: string }): number {
  const start = pattern.replaceAll(/\W/g, '').slice(0, 3);
  let worst = 0;
  for (const letter of new Set([...LETTERS, ...pattern]))
    for (const text of [
      letter.repeat(LENGTH),
      `${letter.repeat(LENGTH)}\u0001`,
      `${start}${letter.repeat(LENGTH)}!`,
    ]) {
      const from = performance.now();
      text.replace(new RegExp(pattern, flags), '');
      worst = Math.max(worst, performance.now() - from);
    }
  return worst;
}

it('[FILE6] X4: no regular expression takes longer than its text is long', { timeout: 600_000 }, () => {
  const all = [...patterns()];
  expect(all.length).toBeGreaterThan(50);
  const slow = all.filter(([, one]) => slowest(one) > MAX_MS).map(([raw, { file }]) => `${raw} in ${file}`);
  expect(slow).toEqual([]);
  // The measure finds what it looks for.
  expect(slowest({ pattern: '(a+)\\s*$', flags: '' })).toBeGreaterThan(MAX_MS);
});
