/**
 * What the server's process is told besides its configuration; what is set already stands. glibc gives each thread heaps
 * of its own and hardly ever hands them back: with two for all, 500 boards left alone hold a third of the memory.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function serverEnvironment(env) {
  return { MALLOC_ARENA_MAX: '2', ...env };
}
