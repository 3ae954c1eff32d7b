import { execFileSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

const NEEDED = 24;

/**
 * @param {string} binary
 * @returns {number} its major version, 0 where it does not run on this machine
 */
function majorOf(binary) {
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

/**
 * The Node the product runs on: the one installed with the workspace, else the running one when it is new enough.
 * @param {string} root
 * @returns {string | undefined} path of the binary
 */
export function findPinnedNode(root) {
  const pinned = join(root, 'node_modules/.bin/node');
  if (majorOf(pinned) >= NEEDED) return pinned;
  return Number(process.versions.node.split('.')[0]) >= NEEDED ? process.execPath : undefined;
}

export const NODE_MISSING = [
  `Node ${NEEDED} needed: no pinned Node runs on ${process.platform} ${process.arch},`,
  `and this is Node ${process.versions.node}. Install Node ${NEEDED} or newer from https://nodejs.org and run the command again.`,
].join('\n');

/**
 * The environment in which `node` and the workspace's tools are the pinned ones.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function pinnedEnvironment(root, env = process.env) {
  return { ...env, PATH: [join(root, 'node_modules/.bin'), env['PATH'] ?? ''].join(delimiter) };
}
