/**
 * Milliseconds of CPU that this thread has used. Unlike a clock on the wall it stands still while other programs have the
 * core, so that no person is charged for those.
 */
export function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
