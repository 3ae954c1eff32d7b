import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', '.cache']);
const TEST_FILE = /\.test\.tsx?$/;

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : filesUnder(join(path, entry.name));
    return entry.isFile() && !TEST_FILE.test(entry.name) ? [join(path, entry.name)] : [];
  });
}

/**
 * SHA-256 over the names and bytes of files; folders are walked without tests, `dist` and `node_modules`.
 * @param {string} root folder the paths are relative to; its own place on disk does not count
 * @param {readonly string[]} paths files and folders, missing ones are ignored
 * @param {string} [salt] anything else the result depends on
 * @returns {string} hex
 */
export function fingerprint(root, paths, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const file of paths.flatMap((path) => filesUnder(join(root, path))).toSorted()) {
    hash.update(`\0${file.slice(root.length)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * @param {string} file
 * @returns {string | undefined} the fingerprint of the last success, if there was one
 */
export function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/**
 * @param {string} file
 * @param {string} value
 */
export function writeStamp(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, value);
}

/** @param {string} file */
export function dropStamp(file) {
  rmSync(file, { force: true });
}
