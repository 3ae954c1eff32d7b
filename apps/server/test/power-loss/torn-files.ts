import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseFile, walOf } from '../../src/storage/disk/data-folder.ts';
import { SqliteEngine } from '../../src/storage/sqlite/sqlite-engine.ts';
import type { DocKey } from '../../src/storage/storage.ts';

/** The two files of a store at one moment. */
export interface Moment {
  readonly database: Buffer;
  readonly wal: Buffer;
}

/** Copies what a store has on the disk while it is open. */
export function momentOf(dataDir: string): Moment {
  const database = databaseFile(dataDir);
  const wal = walOf(database);
  return { database: readFileSync(database), wal: existsSync(wal) ? readFileSync(wal) : Buffer.alloc(0) };
}

/** Opens a copy that a person's loss of power has left, as the server would, and reads one document of it. */
export function openMoment({ database, wal }: Moment, key: DocKey) {
  const dataDir = mkdtempSync(join(tmpdir(), 'coherence-torn-'));
  const file = databaseFile(dataDir);
  try {
    writeFileSync(file, database);
    if (wal.length > 0) writeFileSync(walOf(file), wal);
    const engine = new SqliteEngine(dataDir);
    try {
      return engine.load(key);
    } finally {
      engine.close();
    }
  } catch (error) {
    return {
      ok: false,
      error: 'refused',
      reason: error instanceof Error ? error.message : String(error),
    } as const;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The newer bytes where `isNew` says so, block by block; the older ones elsewhere. As long as the longer of both. */
export function mixed(
  older: Buffer,
  newer: Buffer,
  blockBytes: number,
  isNew: (block: number) => boolean,
): Buffer {
  const length = Math.max(older.length, newer.length);
  const out = Buffer.alloc(length);
  older.copy(out);
  for (let at = 0; at < newer.length; at += blockBytes) {
    if (isNew(at / blockBytes)) newer.copy(out, at, at, Math.min(at + blockBytes, newer.length));
  }
  return out;
}
