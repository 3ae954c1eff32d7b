/** One step of the format of a database file. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/**
 * Applied in order; `PRAGMA user_version` counts how many a file has seen. Never edit one that shipped. They lead to the
 * tables of `TABLES` and to those of the documents.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: 'boards, documents and people',
    sql: `
  CREATE TABLE boards(
    id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, generation INTEGER NOT NULL, created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE heads(
    id INTEGER PRIMARY KEY, board TEXT NOT NULL, generation INTEGER NOT NULL, owner TEXT NOT NULL,
    seq INTEGER NOT NULL, UNIQUE(board, generation, owner)
  ) STRICT;
  CREATE TABLE log(
    head INTEGER NOT NULL, seq INTEGER NOT NULL, crc INTEGER NOT NULL, payload BLOB NOT NULL, UNIQUE(head, seq)
  ) STRICT;
  CREATE TABLE snapshots(
    head INTEGER NOT NULL, seq INTEGER NOT NULL, crc INTEGER NOT NULL, payload BLOB NOT NULL, UNIQUE(head, seq)
  ) STRICT;
  CREATE TABLE participants(
    id TEXT PRIMARY KEY, board TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL, role TEXT NOT NULL,
    created_at INTEGER NOT NULL, removed INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX participants_board ON participants(board);
  CREATE TABLE tokens(hash TEXT PRIMARY KEY, participant TEXT NOT NULL) STRICT;
  CREATE TABLE invites(
    secret TEXT PRIMARY KEY, board TEXT NOT NULL, role TEXT NOT NULL, UNIQUE(board, role)
  ) STRICT;
  `,
  },
  {
    name: 'who writes under which client id',
    sql: `
  CREATE TABLE writers(
    head INTEGER NOT NULL, client INTEGER NOT NULL, participant TEXT NOT NULL, PRIMARY KEY(head, client)
  ) STRICT, WITHOUT ROWID;
  `,
  },
  {
    name: 'chores',
    sql: `
  CREATE TABLE chores(board TEXT PRIMARY KEY, chore TEXT NOT NULL) STRICT;
  `,
  },
  {
    name: 'versions and rehearsals',
    sql: `
  CREATE TABLE versions(
    id TEXT PRIMARY KEY, board TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL,
    participant TEXT NOT NULL, crc INTEGER NOT NULL, file BLOB NOT NULL
  ) STRICT;
  CREATE INDEX versions_board ON versions(board, at);
  CREATE TABLE rehearsals(board TEXT PRIMARY KEY, copy_of TEXT NOT NULL, ends_at INTEGER NOT NULL) STRICT;
  `,
  },
  {
    name: 'earlier units of a person',
    sql: `
  ALTER TABLE participants ADD COLUMN units_before TEXT NOT NULL DEFAULT '[]';
  `,
  },
  // Steps written since a document was known to open quickly; null: written before steps were counted.
  {
    name: 'steps not tried yet',
    sql: `
  ALTER TABLE heads ADD COLUMN untried INTEGER;
  `,
  },
  {
    name: 'devices of a person',
    sql: `
  CREATE INDEX tokens_participant ON tokens(participant);
  `,
  },
  // How many steps of the format of documents it has seen. There were none when the first heads were written.
  {
    name: 'versions of documents',
    sql: `
  ALTER TABLE heads ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
  `,
  },
];
