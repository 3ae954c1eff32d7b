import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { FOLDER_MODE } from './private-files.ts';
import { primaryCode, reasonOf, SQLITE_BUSY } from './sqlite-errors.ts';

/** The file that holds every board. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'boards.sqlite');
}

/** The newest commits of a database file, which are not in it yet. */
export const walOf = (database: string) => `${database}-wal`;

/** Makes the folder, for this account alone, where there is none. It would survive the loss of power when this returns. */
export function makeDataFolder(dataDir: string): void {
  const topmost = mkdirSync(dataDir, { recursive: true, mode: FOLDER_MODE });
  if (topmost === undefined) return;
  let made = resolve(dataDir);
  while (made !== resolve(topmost) && dirname(made) !== made) {
    flushFolder(dirname(made));
    made = dirname(made);
  }
  flushFolder(dirname(made));
}

/** Waits until the names in a folder are on the disk. Windows cannot be asked to. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** Waits until a file is on the disk. */
export function flush(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * Throws where the file with the boards is gone but its newest commits are not: a new file beside them would begin
 * empty, and SQLite would then delete them. And where files may not be written: SQLite would open them for reading
 * alone, and leave a log behind that may not be written either.
 */
export function assertUsable(database: string): void {
  const wal = walOf(database);
  if (!existsSync(database) && existsSync(wal) && statSync(wal).size > 0) {
    throw new Error(
      `boards.sqlite is gone, but boards.sqlite-wal belongs to it: put it back, or remove both`,
    );
  }
  for (const file of [database, wal, `${database}-shm`]) assertMayWrite(file);
}

function assertMayWrite(file: string): void {
  if (!existsSync(file)) return;
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new Error(`${basename(file)} cannot be written: ${reasonOf(error)}`, { cause: error });
  }
}

/**
 * Two servers on one folder would each hand out what the other has not seen. The lock is an open write
 * transaction on a file of its own: the system drops it when the process dies, however it dies, and the
 * database itself stays readable for a backup. Throws when a person holds it; `close` gives it back.
 */
export function lockDataFolder(dataDir: string): { close(): void } {
  const file = join(dataDir, 'server.lock');
  assertMayWrite(file);
  let lock: DatabaseSync | null = null;
  try {
    lock = new DatabaseSync(file);
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (primaryCode(error) === SQLITE_BUSY)
      throw new Error('another server is using this data folder: stop it first', { cause: error });
    throw new Error(`the folder cannot be written: ${reasonOf(error)}`, { cause: error });
  }
}
