import { execFileSync } from 'node:child_process';
import { delimiter, join, sep } from 'node:path';

/** The product runs on this major version and newer ones: it needs TypeScript without a build, and SQLite. */
const OLDEST = 24;

/**
 * @param {string} binary
 * @returns {number} its major version, 0 where it does not run on this machine
 */
function majorOf(binary) {
  if (binary === process.execPath) return Number(process.versions.node.split('.')[0]);
  try {
    const version = execFileSync(binary, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number(version.slice(1).split('.')[0]);
  } catch {
    return 0;
  }
}

/** @param {string} path */
const isInstalledByUs = (path) => path.split(sep).includes('node_modules');

/**
 * Where the Node of the system may be: the one that runs this, the one that runs npm, the first on PATH. What stands in
 * node_modules is none: npm puts ours before all others.
 * @param {{running: string, env: NodeJS.ProcessEnv}} here
 * @returns {readonly string[]}
 */
export function systemNodes({ running, env }) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const onPath = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const all = [running, env['npm_node_execpath'] ?? '', ...onPath.map((folder) => join(folder, name))];
  return [...new Set(all)].filter((path) => path !== '' && !isInstalledByUs(path));
}

/**
 * The Node the product runs on: the system's when it is new enough, so that an administrator's update takes effect; else the one
 * installed with the workspace.
 * @param {string} root
 * @param {{running: string, env: NodeJS.ProcessEnv}} [here]
 * @returns {string | undefined} path of the binary
 */
export function findNode(root, here = { running: process.execPath, env: process.env }) {
  const packaged = join(root, 'node_modules/.bin/node');
  return [...systemNodes(here), packaged].find((path) => majorOf(path) >= OLDEST);
}

export const NODE_MISSING = [
  `Node ${OLDEST} needed: no packaged Node runs on ${process.platform} ${process.arch},`,
  `and this is Node ${process.versions.node}. Install Node ${OLDEST} or newer from https://nodejs.org and run the command again.`,
].join('\n');

/**
 * The environment in which the workspace's tools are found, and run on the packaged Node.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(root, env = process.env) {
  return { ...env, PATH: [join(root, 'node_modules/.bin'), env['PATH'] ?? ''].join(delimiter) };
}
