import { renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { flush, flushFolder, makeDataFolder, walOf } from './data-folder.ts';
import { makePrivateFile } from './private-files.ts';

/**
 * Whether the files a connection writes to are those that will be opened next time. One that is removed while it is
 * open takes commits as if nothing had happened, and ends with the process.
 */
export class DatabasePlace {
  readonly #database: string;
  readonly #known: ReadonlyMap<string, string>;

  /** `database` has just been opened, and read from: its write-ahead log is there. */
  constructor(database: string) {
    this.#database = database;
    // Windows refuses to remove a file that is open.
    const files = process.platform === 'win32' ? [] : [database, walOf(database)];
    this.#known = new Map(files.flatMap((file) => [[file, identityOf(file)] as const]).filter(isThere));
  }

  /** `gone`: files were removed and nothing has taken their place. Throws when something has. */
  look(): 'kept' | 'gone' {
    const found = [...this.#known].map(([file, known]) => ({ file, known, now: identityOf(file) }));
    const replaced = found.find(({ known, now }) => now !== null && now !== known);
    if (replaced !== undefined) {
      throw new Error(`${basename(replaced.file)} was replaced while the server runs: start it again`);
    }
    return found.every(({ now }) => now !== null) ? 'kept' : 'gone';
  }

  /**
   * Writes what `db` holds to where it was removed from, whole and flushed, and closes `db`. Throws, and leaves `db`
   * open, when that cannot be done. A crash at any moment leaves no less than there was.
   */
  putBack(db: DatabaseSync): void {
    const copy = `${this.#database}.put-back`;
    makeDataFolder(dirname(copy));
    rmSync(copy, { force: true });
    makePrivateFile(copy);
    db.prepare('VACUUM INTO ?').run(copy);
    flush(copy);
    // Before the copy has the name: SQLite would read the log of the old file into the new one.
    for (const suffix of ['-wal', '-shm']) rmSync(this.#database + suffix, { force: true });
    renameSync(copy, this.#database);
    flushFolder(dirname(copy));
    db.close();
  }
}

function isThere(entry: readonly [string, string | null]): entry is readonly [string, string] {
  return entry[1] !== null;
}

/** Null when there is no such file. Throws when that cannot be found out. */
function identityOf(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev}:${found.ino}`;
}
