import { chmodSync, copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { DocumentMigrations } from '@coherence/board';
import { isQuick } from '../opening/first-opening.ts';
import { compact } from '../rooms/document/compaction/compaction.ts';
import { writersOf } from '../rooms/document/document.ts';
import {
  databaseFile,
  flush,
  flushFolder,
  lockDataFolder,
  makeDataFolder,
  walOf,
} from '../storage/disk/data-folder.ts';
import { closeToOthers, FILE_MODE } from '../storage/disk/private-files.ts';
import { PARTS } from '../storage/sqlite/sqlite-generations.ts';
import { inTransaction, SqliteLog } from '../storage/sqlite/sqlite-log.ts';
import { applyPragmas, dropWriteAheadLog, migrate } from '../storage/sqlite/sqlite-schema.ts';
import { NOBODY } from '../storage/storage.ts';
import type { DocKey } from '../storage/storage.ts';
import { lostCommits } from '../storage/disk/write-ahead-log.ts';
import { checkDatabase, keysIn } from './check.ts';

type RestoreResult =
  | {
      readonly ok: true;
      readonly boards: number;
      /** Where the file that was in place is now; null when there was none. */
      readonly keptAs: string | null;
    }
  | { readonly ok: false; readonly reason: string };

/**
 * Past every generation that clients can have seen since the backup was made. Their browsers then begin afresh
 * instead of bringing back, or being refused for, what the backup does not have.
 */
const GENERATION_LEAP = 1_000;
const COMPANIONS = ['-wal', '-shm'] as const;

/**
 * Puts a backup in place of a data folder's boards. Refuses while a server uses the folder, and anything that is not
 * a sound backup. Every document begins a new generation, of the version it had; the file that was in place stays, under
 * a name of its own. A crash at any point leaves the old boards or the restored ones, never none.
 */
export function restore(
  dataDir: string,
  file: string,
  now: Date,
  migrations?: DocumentMigrations,
): RestoreResult {
  if (!existsSync(file)) return { ok: false, reason: `there is no file ${file}` };
  makeDataFolder(dataDir);
  const locked = tryToLock(dataDir);
  if (!locked.ok) return locked;
  closeToOthers(dataDir);
  const { lock } = locked;
  const target = databaseFile(dataDir);
  const fresh = `${target}.restoring`;
  const discard = () => {
    for (const suffix of ['', ...COMPANIONS]) rmSync(fresh + suffix, { force: true });
  };
  try {
    discard();
    copyFileSync(file, fresh);
    // A copy has the mode of what it was made of.
    chmodSync(fresh, FILE_MODE);
    const boards = renew(fresh, generationsIn(target), migrations);
    flush(fresh);
    const keptAs = existsSync(target) ? keepAside(target, now) : null;
    renameSync(fresh, target);
    flushFolder(dataDir);
    return { ok: true, boards, keptAs };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  } finally {
    discard();
    lock.close();
  }
}

function tryToLock(dataDir: string): { ok: true; lock: { close(): void } } | { ok: false; reason: string } {
  try {
    return { ok: true, lock: lockDataFolder(dataDir) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Highest generation of each document in the file that is to be replaced; none where it cannot be read. */
function generationsIn(file: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (!existsSync(file)) return found;
  try {
    const db = new DatabaseSync(file, { readOnly: true });
    try {
      for (const { key } of keysIn(db)) {
        found.set(nameOf(key), Math.max(key.generation, found.get(nameOf(key)) ?? 0));
      }
    } finally {
      db.close();
    }
  } catch {
    return found;
  }
  return found;
}

/** Starts a new generation of every document in `file`. Answers how many boards there are. Throws when it is damaged. */
function renew(
  file: string,
  seen: ReadonlyMap<string, number>,
  migrations: DocumentMigrations | undefined,
): number {
  const db = new DatabaseSync(file);
  try {
    applyPragmas(db);
    migrate(db);
    const report = checkDatabase(file, undefined, migrations);
    const broken = report.documents.find((one) => !one.opens && !one.isTooSlow);
    if (broken !== undefined) {
      throw new Error(`board ${broken.key.board} in the backup does not open: ${broken.problems.join(', ')}`);
    }
    const [problem] = report.problems;
    if (problem !== undefined) throw new Error(`the backup is damaged: ${problem}`);
    const log = new SqliteLog(db);
    inTransaction(db, () => {
      for (const { id, key } of keysIn(db)) {
        const generation = Math.max(key.generation + GENERATION_LEAP, (seen.get(nameOf(key)) ?? 0) + 1);
        renewDocument(db, log, { id, key, generation });
      }
    });
    dropWriteAheadLog(db);
    return report.boards;
  } finally {
    db.close();
  }
}

function renewDocument(
  db: DatabaseSync,
  log: SqliteLog,
  { id, key, generation }: { readonly id: number; readonly key: DocKey; readonly generation: number },
): void {
  const loaded = log.load(key);
  if (!loaded.ok) throw new Error(`board ${key.board}: ${loaded.reason}`);
  const next = { ...key, generation };
  for (const part of PARTS) db.prepare(`DELETE FROM ${part} WHERE head = ?`).run(id);
  db.prepare('DELETE FROM heads WHERE id = ?').run(id);
  const { untried, version } = loaded.value;
  log.open(next, { untried, version });
  const retired = new Set(loaded.value.writers.map(({ client }) => client));
  if (loaded.value.seq > 0) {
    const { snapshot, rows } = loaded.value;
    // What may take long is left as it is: the server tries and heals it.
    const kept = snapshot === null ? rows : [snapshot, ...rows];
    const updates = isQuick(loaded.value) ? [compact(loaded.value)] : kept;
    for (const update of updates) for (const client of writersOf(update)) retired.add(client);
    const claims = [...retired].map((client) => ({ client, participant: NOBODY }));
    for (const update of updates) log.insert({ key: next, update, claims });
  }
  if (key.owner !== '') return;
  db.prepare('UPDATE boards SET generation = ? WHERE id = ?').run(generation, key.board);
}

/** Gives the file a second name before its first is taken over. Its newest rows may be in its companions. */
function keepAside(target: string, now: Date): string {
  const kept = `${target}.before-restore-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
  try {
    if (lostCommits(walOf(target)) > 0) throw new Error('SQLite would drop what it cannot read');
    const db = new DatabaseSync(target);
    dropWriteAheadLog(db);
    db.close();
  } catch {
    for (const suffix of COMPANIONS) {
      if (existsSync(target + suffix)) renameSync(target + suffix, kept + suffix);
    }
  }
  linkSync(target, kept);
  for (const suffix of COMPANIONS) rmSync(target + suffix, { force: true });
  return kept;
}

function nameOf({ board, owner }: DocKey): string {
  return `${board}/${owner}`;
}
