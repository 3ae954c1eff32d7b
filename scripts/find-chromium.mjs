import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { ROOT } from './bootstrap/workspace.mjs';

// The shell draws the same pages without the windows of a browser around them, in three quarters of the time.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const DOWNLOAD_LIMIT_MS = 300_000;

/**
 * What the search looks at, so that a test can put something else there.
 * @typedef {{env: NodeJS.ProcessEnv, exists: (path: string) => boolean, playwrightPath: () => string}} Surroundings
 */

/** @type {Surroundings} */
const HERE = { env: process.env, exists: existsSync, playwrightPath: () => chromium.executablePath() };

/**
 * A Chromium that is on this machine: CHROMIUM_PATH, then PATH, then the one Playwright downloaded.
 * @param {Surroundings} [here]
 * @returns {string | undefined} path of the binary
 */
export function findChromium({ env, exists, playwrightPath } = HERE) {
  const chosen = env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (!exists(chosen)) throw new Error(`CHROMIUM_PATH names a file that is not there: ${chosen}`);
    return chosen;
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, playwrightPath()].find(exists);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function attempt(command, args) {
  console.log(`> ${command} ${args.join(' ')}`);
  spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: DOWNLOAD_LIMIT_MS });
  return findChromium();
}

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/**
 * A Chromium, fetched where there is none: through Playwright, else through apt when that is allowed.
 * @returns {string} path of the binary
 */
export function ensureChromium() {
  const playwright = join(ROOT, 'node_modules/.bin/playwright');
  const found =
    findChromium() ??
    attempt(playwright, ['install', 'chromium']) ??
    (isRootOnDebian()
      ? (attempt('apt-get', ['update']) ??
        attempt('apt-get', ['install', '-y', 'chromium-headless-shell']) ??
        attempt('apt-get', ['install', '-y', 'chromium']))
      : undefined);
  if (found === undefined) {
    throw new Error('No Chromium for the browser tests: install one, or set CHROMIUM_PATH to its binary.');
  }
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(ensureChromium());
