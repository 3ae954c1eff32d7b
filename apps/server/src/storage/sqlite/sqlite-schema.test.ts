import { crc32 } from 'node:zlib';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { TABLE_NAMES, columnOf, tableOf } from '../port/tables.ts';
import { PARTS } from './sqlite-generations.ts';
import { SqliteLog } from './sqlite-log.ts';
import { MIGRATIONS } from './sqlite-migrations.ts';
import { SqliteRecords } from './sqlite-records.ts';
import { assertReadable, migrate } from './sqlite-schema.ts';

type Row = Record<string, unknown>;
const versionOf = (db: DatabaseSync) => db.prepare('PRAGMA user_version').get()?.['user_version'];

/** A database as the server left it that knew the first so many migrations. */
function ofVersion(version: number): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  migrate(db, MIGRATIONS.slice(0, version));
  return db;
}

/** Columns and unique indexes of every table. */
function schemaOf(db: DatabaseSync): Record<string, { columns: Row; unique: string[][] }> {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  return Object.fromEntries(
    tables.map(({ name }) => {
      const table = String(name);
      const columns = db.prepare(`PRAGMA table_info(${table})`).all();
      const indexes = db.prepare(`PRAGMA index_list(${table})`).all();
      const of = (index: Row) =>
        db
          .prepare(`PRAGMA index_info(${String(index['name'])})`)
          .all()
          .map((row) => String(row['name']));
      return [
        table,
        {
          columns: Object.fromEntries(columns.map((column) => [column['name'], column['type']])),
          unique: indexes.filter((index) => index['unique'] === 1).map(of),
          plain: indexes.filter((index) => index['unique'] !== 1).map(of),
        },
      ];
    }),
  );
}

describe('the tables of a database', () => {
  it('[STORE4] are those that are declared, and those of the documents', () => {
    const found = schemaOf(ofVersion(MIGRATIONS.length));
    expect(Object.keys(found).sort()).toEqual([...TABLE_NAMES, ...PARTS, 'heads'].sort());
    for (const name of TABLE_NAMES) {
      const table = tableOf(name);
      const columns = Object.values(table.columns).map(({ name: column, type }) => [column, type]);
      const blob =
        table.blob === undefined
          ? []
          : [
              ['crc', 'INTEGER'],
              [table.blob.field, 'BLOB'],
            ];
      expect([name, found[name]?.columns]).toEqual([name, Object.fromEntries([...columns, ...blob])]);
      const unique = Object.values(table.indexes).flatMap((index) =>
        'via' in index || index.unique === undefined
          ? []
          : [index.fields.map((field) => columnOf(table, field))],
      );
      expect([name, found[name]?.unique.sort()]).toEqual([
        name,
        [[columnOf(table, table.key)], ...unique].sort(),
      ]);
    }
  });

  it('[STORE4] are found by every declared index without reading all of them', () => {
    const db = ofVersion(MIGRATIONS.length);
    const asked: string[] = [];
    const watched = Object.create(db, {
      prepare: { value: (sql: string) => (asked.push(sql), db.prepare(sql)) },
    }) as DatabaseSync;
    const records = new SqliteRecords(watched);
    for (const name of TABLE_NAMES) {
      for (const index of Object.keys(tableOf(name).indexes)) {
        if (index !== 'all') records.by(name, index, 'value');
      }
    }
    expect(asked.length).toBeGreaterThan(TABLE_NAMES.length);
    for (const sql of asked) {
      const plan = db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all('value')
        .map(({ detail }) => String(detail));
      expect([sql, plan.filter((step) => step.startsWith('SCAN'))]).toEqual([sql, []]);
    }
  });
});

describe('migrations', () => {
  it('[STORE5] that shipped are never edited', () => {
    expect(MIGRATIONS.map(({ name, sql }) => `${name} ${crc32(sql)}`)).toEqual([
      'boards, documents and people 3885846926',
      'who writes under which client id 1671470921',
      'chores 1675984295',
      'versions and rehearsals 1516028099',
      'earlier units of a person 27508960',
      'steps not tried yet 3902766886',
      'devices of a person 3735347215',
      'versions of documents 2728966150',
    ]);
  });

  it.each(MIGRATIONS.map(({ name }, index) => [index, name] as const))(
    '[STORE5] bring a database that has seen %i of them to the newest format, before "%s"',
    (version) => {
      const db = ofVersion(version);
      if (version > 0) {
        db.exec(`
          INSERT INTO boards(id, code, generation, created_at) VALUES ('b1', 'KMPQ23', 3, 5);
          INSERT INTO heads(board, generation, owner, seq) VALUES ('b1', 3, '', 0);
          INSERT INTO participants(id, board, name, unit, role, created_at, removed)
            VALUES ('p1', 'b1', 'Dana', 'si', 'later role', 7, 0);
          INSERT INTO tokens(hash, participant) VALUES ('h1', 'p1');
        `);
      }
      migrate(db);
      expect(versionOf(db)).toBe(MIGRATIONS.length);
      expect(schemaOf(db)).toEqual(schemaOf(ofVersion(MIGRATIONS.length)));
      if (version === 0) return;
      const records = new SqliteRecords(db);
      expect(records.get('boards', 'b1')).toEqual({ id: 'b1', code: 'KMPQ23', generation: 3, createdAt: 5 });
      expect(records.by('participants', 'token', 'h1')).toMatchObject([{ id: 'p1', role: 'observer' }]);
      expect(new SqliteLog(db).load({ board: 'b1', generation: 3, owner: '' })).toMatchObject({
        value: { seq: 0, untried: null, version: 0 },
      });
    },
  );

  it('[STORE5] that fail say which one and leave the file as the one before left it', () => {
    const db = ofVersion(MIGRATIONS.length);
    const broken = { name: 'a broken one', sql: 'CREATE TABLE half(a TEXT); SELECT * FROM nowhere;' };
    expect(() => migrate(db, [...MIGRATIONS, broken])).toThrow('"a broken one", failed');
    expect(versionOf(db)).toBe(MIGRATIONS.length);
    expect(Object.keys(schemaOf(db))).not.toContain('half');
  });

  it('[STORE5] of a newer server are not known, and an older server refuses what this one wrote', () => {
    const db = ofVersion(MIGRATIONS.length);
    expect(() => migrate(db, MIGRATIONS.slice(0, -1))).toThrow('newer server');
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    expect(() => migrate(db)).toThrow('newer server');
    expect(() => assertReadable(db)).toThrow('newer server');
  });
});
