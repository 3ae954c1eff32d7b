// npm test, npm run test:long. Everything CI runs: every step runs even when an earlier one failed, and the last line
// is the tally. Plain JavaScript without dependencies of its own, like start.mjs.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { toolEnvironment } from './bootstrap/find-node.mjs';
import { PrepareError, ensureBuilt, ensureInstalled, requireNode, runToEnd } from './bootstrap/prepare.mjs';
import { countPlaywright, countVitest, stepResult, summarize } from './bootstrap/tally.mjs';
import { ROOT } from './bootstrap/workspace.mjs';

const REPORTS = join(ROOT, '.cache/reports');
const UNIT_REPORT = join(REPORTS, 'unit.json');
const E2E_REPORT = join(REPORTS, 'e2e.json');
const VITEST_REPORTERS = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`];

const env = toolEnvironment(ROOT);

/**
 * @param {string} tool
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [extra]
 */
const run = (tool, args, extra) => runToEnd(tool, args, { cwd: ROOT, env: { ...env, ...extra } });

const unit = () => run('vitest', ['run', ...VITEST_REPORTERS]);
const long = () => run('vitest', ['run', '--config', 'vitest.long.config.ts', ...VITEST_REPORTERS]);

const build = async () => {
  await ensureBuilt(ROOT);
  return 0;
};

const e2e = async () => {
  const { ensureChromium } = await import('./find-chromium.mjs');
  const reporters = { CHROMIUM_PATH: ensureChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: E2E_REPORT };
  return run(
    'playwright',
    ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'],
    reporters,
  );
};

/**
 * @param {string} file
 * @param {(report: unknown) => import('./bootstrap/tally.mjs').Counts} count
 */
const countIn = (file, count) => () => {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
};

/**
 * @typedef {{name: string, run: () => Promise<number>, counts?: () => import('./bootstrap/tally.mjs').Counts | undefined}} Step
 * @type {readonly Step[]}
 */
const STEPS = [
  { name: 'format', run: () => run('oxfmt', ['--check', '.']) },
  { name: 'lint', run: () => run('oxlint', ['--deny-warnings', '.']) },
  { name: 'boundaries', run: () => run('node', ['scripts/check-boundaries.ts']) },
  { name: 'types', run: () => run('node', ['scripts/check-types.ts']) },
  { name: 'unit', run: unit, counts: countIn(UNIT_REPORT, countVitest) },
  { name: 'build', run: build },
  { name: 'size', run: () => run('node', ['scripts/check-size.ts']) },
  { name: 'e2e', run: e2e, counts: countIn(E2E_REPORT, countPlaywright) },
];

/** @type {readonly Step[]} */
const LONG_STEPS = [{ name: 'long', run: long, counts: countIn(UNIT_REPORT, countVitest) }];

/** @param {() => Promise<number>} step */
async function exitCodeOf(step) {
  try {
    return await step();
  } catch (error) {
    console.error(error instanceof PrepareError ? error.message : error);
    return 1;
  }
}

/** @param {Step} step */
async function runStep({ name, run: step, counts }) {
  console.log(`\n--- ${name}`);
  const from = performance.now();
  const code = await exitCodeOf(step);
  const counted = counts?.();
  const provesNothing = counts !== undefined && (counted?.passed ?? 0) === 0;
  return stepResult(name, provesNothing ? 1 : code, (performance.now() - from) / 1000, counted);
}

/** @type {Step} */
const install = {
  name: 'install',
  run: async () => {
    await ensureInstalled(ROOT);
    requireNode(ROOT);
    return 0;
  },
};

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const results = [await runStep(install)];
if (results[0]?.code === 0) {
  for (const step of process.argv.includes('--long') ? LONG_STEPS : STEPS) results.push(await runStep(step));
}
console.log(summarize(results));
process.exitCode = results.every(({ failed }) => failed === 0) ? 0 : 1;
