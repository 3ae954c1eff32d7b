import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Exact pnpm that writes and reads the lockfile. */
export const PNPM = 'pnpm@12.21.0';

/**
 * Folders with a package.json, relative to `root`, the root itself as ''.
 * @param {string} [root]
 * @returns {string[]}
 */
export function workspaceFolders(root = ROOT) {
  const nested = ['apps', 'packages'].flatMap((parent) =>
    existsSync(join(root, parent)) ? readdirSync(join(root, parent)).map((name) => `${parent}/${name}`) : [],
  );
  return ['', ...nested, 'e2e', 'bench'].filter((folder) => existsSync(join(root, folder, 'package.json')));
}
