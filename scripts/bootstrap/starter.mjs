import { readFileSync } from 'node:fs';

const CHECK_MS = 500;

/**
 * @param {string} path
 * @returns {string} its content, empty where there is no such file (no /proc, or the process is gone)
 */
function readProc(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * npm runs a script through `sh -c`, and some shells stay in between; then the shell's parent is the one that matters.
 * @returns {string} who started us, as a text that changes when they are gone
 */
function starter() {
  const parent = process.ppid;
  const isShellOfOurs = readProc(`/proc/${parent}/cmdline`).includes('-c\0node scripts/');
  if (!isShellOfOurs) return `${parent}`;
  const grandparent = /^PPid:\s*(\d+)/m.exec(readProc(`/proc/${parent}/status`))?.[1];
  return `${parent} ${grandparent}`;
}

/**
 * Calls `then` once when the npm that started us is gone. npm passes signals on only to its shell, and when npm itself
 * is killed no person is told. Does nothing when we were not started by npm: a script in the background may lose its
 * parent. @param {() => void} then
 */
export function whenNpmIsGone(then) {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const first = starter();
  const timer = setInterval(() => {
    if (starter() === first) return;
    clearInterval(timer);
    then();
  }, CHECK_MS);
  timer.unref();
}
