import { join } from 'node:path';
import { ROOT } from './workspace.mjs';

/**
 * What the server's process is told besides its configuration; what is set already stands. glibc gives each thread heaps
 * of its own and hardly ever hands them back: with two for all, 500 boards left alone hold a third of the memory. What
 * Node compiled is kept for the next start, of the process and of its threads; a folder it may not write is left alone.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function serverEnvironment(env) {
  return { MALLOC_ARENA_MAX: '2', NODE_COMPILE_CACHE: join(ROOT, '.cache/compile'), ...env };
}
