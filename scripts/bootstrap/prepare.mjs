import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { dropStamp, writeStamp } from './fingerprint.mjs';
import { NODE_MISSING, findNode, toolEnvironment } from './find-node.mjs';
import { BUILD_STAMP, INSTALL_STAMP, planSteps, readState } from './plan.mjs';
import { PNPM } from './workspace.mjs';

const INSTALL_FAILED = `The install did not finish; the lines above say why.
It needs the network (registry.npmjs.org) the first time and after the dependencies changed, and only then.
No board was touched. Run the same command again when you are online.`;

/** Ends the command with a message instead of a stack. */
export class PrepareError extends Error {}

/**
 * Runs a command to its end, its output shown as it comes.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>} exit code, 1 when it could not start or was killed
 */
export function runToEnd(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs one named step and prints how long it took.
 * @param {string} name
 * @param {() => Promise<number>} step
 * @returns {Promise<number>} the step's exit code
 */
export async function timed(name, step) {
  console.log(`> ${name}`);
  const from = performance.now();
  const code = await step();
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(code === 0 ? `  ${name}: ${seconds} s` : `  ${name} failed after ${seconds} s`);
  return code;
}

/**
 * Brings node_modules to what the lockfile says. Touches the network only when they differ.
 * @param {string} root
 */
export async function ensureInstalled(root) {
  const state = readState(root);
  if (!planSteps(state).install) return;
  dropStamp(join(root, INSTALL_STAMP));
  const args = ['-y', PNPM, 'install', '--frozen-lockfile', '--config.confirmModulesPurge=false'];
  const windows = process.platform === 'win32';
  const code = await timed('install dependencies', () =>
    runToEnd('npx', args, { cwd: root, shell: windows }),
  );
  if (code !== 0) throw new PrepareError(INSTALL_FAILED);
  writeStamp(join(root, INSTALL_STAMP), state.install.wanted);
}

/**
 * @param {string} root
 * @returns {string} path of a Node that runs the product
 */
export function requireNode(root) {
  const node = findNode(root);
  if (node === undefined) throw new PrepareError(NODE_MISSING);
  return node;
}

/**
 * Builds the client unless the last build was made from the same sources.
 * @param {string} root
 */
export async function ensureBuilt(root) {
  const state = readState(root);
  if (!planSteps(state).build) return;
  const node = requireNode(root);
  dropStamp(join(root, BUILD_STAMP));
  const web = join(root, 'apps/web');
  // Test runners, too, get what people get: not the slow libraries of a development build.
  const options = { cwd: web, env: { ...toolEnvironment(root), NODE_ENV: 'production' } };
  const build = () => runToEnd(node, ['node_modules/vite/bin/vite.js', 'build'], options);
  const code = await timed('build the client', build);
  if (code !== 0) throw new PrepareError('The client could not be built; the lines above say why.');
  writeStamp(join(root, BUILD_STAMP), state.build.wanted);
}
