import { DatabaseSync } from 'node:sqlite';
import { newestVersion } from '@coherence/board';
import type { DocumentMigrations } from '@coherence/board';
import { forThread, isQuick } from '../opening/first-opening.ts';
import { problemOf } from '../opening/inspect.ts';
import { Inspector } from '../opening/inspector.ts';
import { QUICK_MS, TRIAL_MAX_MS } from '../opening/opening-limits.ts';
import { databaseFile, lockDataFolder, walOf } from '../storage/disk/data-folder.ts';
import { SqliteLogReader } from '../storage/sqlite/sqlite-log-reader.ts';
import { checkedBlobs } from '../storage/sqlite/sqlite-records.ts';
import { assertReadable, rowChecksum } from '../storage/sqlite/sqlite-schema.ts';
import type { DocKey, StoredDoc } from '../storage/storage.ts';
import { lostCommits } from '../storage/disk/write-ahead-log.ts';

/** What became of one document: the shared one of a board (`owner` empty) or the private one of a person. */
interface DocumentReport {
  readonly key: DocKey;
  /** Number of the newest stored row. */
  readonly seq: number;
  readonly bytes: number;
  /** It opens as the server would open it. */
  readonly opens: boolean;
  /** It is refused for the time it takes alone. */
  readonly isTooSlow: boolean;
  /** It takes long to open, and what the server will make of that; null mostly. */
  readonly slow: string | null;
  /** It is owed steps of its format, which it takes when it is first opened. */
  readonly isBehind: boolean;
  /** Everything that is wrong, also where an older copy makes up for it. */
  readonly problems: readonly string[];
}

/** Versions are beside the boards: a damaged one keeps no board from being restored. */
interface VersionsReport {
  readonly count: number;
  readonly problems: readonly string[];
}

export interface CheckReport {
  readonly boards: number;
  readonly documents: readonly DocumentReport[];
  readonly versions: VersionsReport;
  /** What is wrong with the file as a whole. */
  readonly problems: readonly string[];
}

/**
 * Verifies a database file: its pages, the checksum of every row and snapshot, and that every document opens, within `maxMs`.
 * Reads only, in one transaction, so a server may be writing meanwhile. Throws when it is no such file.
 */
export function checkDatabase(
  file: string,
  maxMs = TRIAL_MAX_MS,
  migrations?: DocumentMigrations,
): CheckReport {
  const db = new DatabaseSync(file, { readOnly: true });
  const inspector = new Inspector();
  try {
    assertReadable(db);
    db.exec('BEGIN');
    const log = new SqliteLogReader(db);
    const documents = keysIn(db).map((one) =>
      checkDocument({ db, log, maxMs, inspector, migrations, ...one }),
    );
    const problems = [...pageProblems(db), ...lostBoards(db)];
    return { boards: countBoards(db), documents, versions: checkVersions(db), problems };
  } finally {
    inspector.close();
    db.close();
  }
}

/**
 * What is wrong with the newest commits of a data folder, which `checkDatabase` sees as if they had never been. Nothing
 * while a server has it open: that found it whole, and what it is writing looks torn.
 */
export function newestProblems(dataDir: string): string[] {
  let lost = 0;
  try {
    const lock = lockDataFolder(dataDir);
    try {
      lost = lostCommits(walOf(databaseFile(dataDir)));
    } finally {
      lock.close();
    }
  } catch {
    return [];
  }
  return lost === 0 ? [] : [`boards.sqlite-wal is damaged: ${lost} or more of the newest commits are lost`];
}

export function isSound(report: CheckReport): boolean {
  const ofFile = [...report.problems, ...report.versions.problems];
  return ofFile.length === 0 && report.documents.every((one) => one.problems.length === 0);
}

/** What a report comes to, in words. */
export function totals({ boards, documents, versions }: CheckReport): string[] {
  const behind = documents.filter(({ isBehind }) => isBehind).length;
  const owed = `${behind} documents are of an older format: each is brought to the newest when it is first opened`;
  const all = `${boards} boards, ${documents.length} documents, ${versions.count} versions`;
  return behind === 0 ? [all] : [all, owed];
}

/** Every document of a database. */
export function keysIn(db: DatabaseSync): { id: number; key: DocKey; seq: number }[] {
  const rows = db.prepare('SELECT id, board, generation, owner, seq FROM heads ORDER BY board, owner').all();
  return rows.map((row) => ({
    id: Number(row['id']),
    seq: Number(row['seq']),
    key: {
      board: String(row['board']),
      generation: Number(row['generation']),
      owner: String(row['owner']),
    },
  }));
}

interface Place {
  readonly db: DatabaseSync;
  readonly log: SqliteLogReader;
  readonly maxMs: number;
  readonly inspector: Inspector;
  readonly migrations: DocumentMigrations | undefined;
  readonly id: number;
  readonly key: DocKey;
  readonly seq: number;
}

function checkDocument(place: Place): DocumentReport {
  const { db, log, migrations, id, key, seq } = place;
  const problems: string[] = [];
  let bytes = 0;
  for (const [table, noun] of [
    ['log', 'row'],
    ['snapshots', 'snapshot'],
  ] as const) {
    for (const row of db
      .prepare(`SELECT seq, crc, payload FROM ${table} WHERE head = ? ORDER BY seq`)
      .iterate(id)) {
      const payload = row['payload'];
      const at = Number(row['seq']);
      if (payload instanceof Uint8Array && rowChecksum(key, at, payload) === Number(row['crc'])) {
        bytes += payload.length;
      } else problems.push(`${noun} ${at} is damaged`);
    }
  }
  const loaded = log.load(key);
  const { reason, slow, isTooSlow } = loaded.ok
    ? opening(loaded.value, place)
    : { reason: loaded.reason, slow: null, isTooSlow: false };
  if (reason !== null && !problems.includes(reason)) problems.push(reason);
  const isBehind = loaded.ok && loaded.value.version < newestVersion(key.owner === '', migrations);
  return { key, seq, bytes, opens: reason === null, isTooSlow, slow, isBehind, problems };
}

function checkVersions(db: DatabaseSync): VersionsReport {
  let count = 0;
  const problems: string[] = [];
  for (const { key, board, isIntact } of checkedBlobs(db)) {
    count += 1;
    if (!isIntact) problems.push(`version ${key} of board ${board} is damaged`);
  }
  return { count, problems };
}

interface Opened {
  /** Why it is not served, or null. */
  readonly reason: string | null;
  readonly isTooSlow: boolean;
  readonly slow: string | null;
}

/** What happens when the server opens a stored document: at once, or first in a thread. */
function opening(stored: StoredDoc, { key, inspector, maxMs, migrations }: Place): Opened {
  const job = { stored: forThread(stored), isBoard: key.owner === '' };
  if (isQuick(stored)) return { reason: problemOf(job, migrations), isTooSlow: false, slow: null };
  const found = inspector.inspect(job, maxMs);
  if (found === null) {
    const reason = `it takes longer than ${maxMs / 1_000} s to open: the server serves the others without it`;
    return { reason, isTooSlow: true, slow: null };
  }
  const { ms, problem, healing } = found;
  if (problem !== null || ms <= QUICK_MS) return { reason: problem, isTooSlow: false, slow: null };
  const takes = `it takes ${(ms / 1_000).toFixed(1)} s to open`;
  if (healing !== null)
    return { reason: `${takes} and cannot be healed (${healing})`, isTooSlow: true, slow: null };
  const then = 'who opens it first waits until it is a new generation, with every word';
  return { reason: null, isTooSlow: false, slow: `${takes}: ${then}` };
}

function pageProblems(db: DatabaseSync): string[] {
  const found = db
    .prepare('PRAGMA integrity_check')
    .all()
    .map((row) => String(row['integrity_check']));
  return found.filter((line) => line !== 'ok');
}

function countBoards(db: DatabaseSync): number {
  return Number(db.prepare('SELECT count(*) AS boards FROM boards').get()?.['boards']);
}

function lostBoards(db: DatabaseSync): string[] {
  const sql = `SELECT id FROM boards WHERE NOT EXISTS (SELECT 1 FROM heads
    WHERE board = boards.id AND generation = boards.generation AND owner = '')`;
  return db
    .prepare(sql)
    .all()
    .map((row) => `board ${String(row['id'])} has no document`);
}
