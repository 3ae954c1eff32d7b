import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './bootstrap/workspace.mjs';

/** The reasons for which a facilitator would refuse the tool, as the glossary lists them. */
const REFUSALS = 18;
/** Retyping minutes: there are no minutes yet. */
const TO_COME = [15];

test('every reason to refuse the tool is named by a browser test', () => {
  const folder = join(ROOT, 'e2e/tests');
  const tests = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const named = new Set(tests.join('\n').match(/\[refusal \d+\]/g));
  const missing = Array.from({ length: REFUSALS }, (_, index) => index + 1).filter(
    (number) => !named.has(`[refusal ${number}]`),
  );
  expect(missing).toEqual(TO_COME);
});
