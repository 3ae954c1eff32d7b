import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The file that holds every board. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'boards.sqlite');
}

/**
 * Two servers on one folder would each hand out what the other has not seen. The lock is an open write
 * transaction on a file of its own: the system drops it when the process dies, however it dies, and the
 * database itself stays readable for a backup. Throws when somebody holds it; `close` gives it back.
 */
export function lockDataFolder(dataDir: string): { close(): void } {
  const lock = new DatabaseSync(join(dataDir, 'server.lock'));
  try {
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw new Error('another server is using this data folder', { cause: error });
  }
}
