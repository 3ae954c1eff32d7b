import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { databaseFile, flush } from '../storage/disk/data-folder.ts';
import { makePrivateFile } from '../storage/disk/private-files.ts';
import { checkDatabase, newestProblems } from './check.ts';
import type { CheckReport } from './check.ts';

type BackupResult =
  | { readonly ok: true; readonly bytes: number; readonly report: CheckReport }
  | { readonly ok: false; readonly reason: string };

/**
 * Copies all boards of a data folder into one new file: a single read transaction, so the copy is of one moment, and
 * a server that is writing is not held up. The copy is on the disk and has been checked when this returns. What was
 * erased from the boards is not in it. Only this account can read it. Never overwrites a file.
 */
export function backUp(dataDir: string, file: string): BackupResult {
  const source = databaseFile(dataDir);
  if (!existsSync(source)) return { ok: false, reason: `there are no boards in ${dataDir}` };
  if (existsSync(file)) return { ok: false, reason: `${file} exists already; choose another name` };
  const newest = newestProblems(dataDir);
  const part = `${file}.part`;
  rmSync(part, { force: true });
  makePrivateFile(part);
  const db = new DatabaseSync(source, { readOnly: true });
  try {
    db.exec('PRAGMA busy_timeout = 10000');
    db.prepare('VACUUM INTO ?').run(part);
  } finally {
    db.close();
  }
  flush(part);
  const found = checkDatabase(part);
  const report = { ...found, problems: [...newest, ...found.problems] };
  renameSync(part, file);
  return { ok: true, bytes: statSync(file).size, report };
}
