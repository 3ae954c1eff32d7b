import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SqliteEraser } from './sqlite-eraser.ts';
import { applyPragmas } from './sqlite-schema.ts';

const RETRY_MS = 1_000;
let folder: string;
let file: string;
let db: DatabaseSync;

beforeEach(() => {
  vi.useFakeTimers();
  folder = mkdtempSync(join(tmpdir(), 'coherence-eraser-'));
  file = join(folder, 'boards.db');
  db = new DatabaseSync(file);
  applyPragmas(db);
  db.exec("CREATE TABLE notes(words TEXT); INSERT INTO notes VALUES ('nobody should read this')");
  db.exec('DELETE FROM notes');
});

afterEach(() => {
  vi.useRealTimers();
  db.close();
  rmSync(folder, { recursive: true });
});

const onDisk = () => `${readFileSync(file)}${readFileSync(`${file}-wal`)}`;

test('what is erased is in no file afterwards', () => {
  const eraser = new SqliteEraser(db, RETRY_MS);
  expect(onDisk()).toContain('nobody should read this');
  eraser.erase();
  expect(eraser.isDue).toBe(false);
  expect(onDisk()).not.toContain('nobody should read this');
});

test('while a backup reads it is tried again until the backup is through', () => {
  const backup = new DatabaseSync(file);
  backup.exec('BEGIN; SELECT * FROM notes');
  db.exec("INSERT INTO notes VALUES ('nobody should read this either'); DELETE FROM notes");
  const eraser = new SqliteEraser(db, RETRY_MS);
  eraser.erase();
  vi.advanceTimersByTime(3 * RETRY_MS);
  expect(eraser.isDue).toBe(true);
  expect(onDisk()).toContain('nobody should read this either');
  backup.exec('COMMIT');
  backup.close();
  vi.advanceTimersByTime(RETRY_MS);
  expect(eraser.isDue).toBe(false);
  expect(onDisk()).not.toContain('nobody should read this');
});
