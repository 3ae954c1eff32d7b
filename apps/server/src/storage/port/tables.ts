import { ROLES } from '@coherence/protocol';
import { VERSION_KINDS } from './records.ts';
import type {
  BoardRecord,
  CleanupRecord,
  InviteRecord,
  ListedVersion,
  ParticipantRecord,
  RehearsalRecord,
  TokenRecord,
  VersionRecord,
} from './records.ts';

/** What a cell of a table holds. */
export type Cell = string | number | Uint8Array;
/** A record as cells, by column. */
export type Row = Readonly<Record<string, Cell>>;

/** How one field of a record is kept. */
interface Column {
  readonly name: string;
  readonly type: 'TEXT' | 'INTEGER';
  to(value: unknown): string | number;
  /** Undefined: the record does not have the field. */
  from(cell: unknown): unknown;
}

/** Rows whose fields have a value. */
interface OwnIndex {
  readonly fields: readonly string[];
  /** `refuses`: a second record with these values is not taken. `replaces`: it takes the place of the first. */
  readonly unique?: 'refuses' | 'replaces';
}
/** Rows whose `field` is the `to` of those rows of the table `via` whose `where` has a value. */
interface LinkedIndex {
  readonly via: string;
  readonly field: string;
  readonly to: string;
  readonly where: string;
}
export type Index = OwnIndex | LinkedIndex;

export interface Table {
  readonly key: string;
  readonly columns: Readonly<Record<string, Column>>;
  /** `board`: all rows that go with a board. */
  readonly indexes: Readonly<Record<string, Index>> & { readonly board: Index };
  /** Fields a put leaves as they are in a record that is there. */
  readonly kept?: readonly string[];
  /** A field of bytes that lists leave out, saying how many `bytes`. Its checksum covers the `place` it belongs to. */
  readonly blob?: { readonly field: string; readonly place: readonly string[] };
}

const text = (name: string): Column => ({ name, type: 'TEXT', to: String, from: String });
const whole = (name: string): Column => ({ name, type: 'INTEGER', to: Number, from: Number });
const flag = (name: string): Column => ({ ...whole(name), from: (cell) => Number(cell) === 1 });
/** A word this server does not know comes from damaged or newer data and reads as `otherwise`. */
const choice = (name: string, known: readonly string[], otherwise: string): Column => ({
  ...text(name),
  from: (cell) => known.find((one) => one === cell) ?? otherwise,
});
/** Left out of the record where there are none. */
const names = (name: string): Column => ({
  ...text(name),
  to: (value) => JSON.stringify(value ?? []),
  from(cell) {
    const found: unknown = JSON.parse(String(cell));
    return Array.isArray(found) && found.length > 0 ? found.map(String) : undefined;
  },
});

type ColumnsOf<R> = Readonly<Record<keyof R & string, Column>>;
const board = { fields: ['board'] };
/** Every row of a table. */
const all = { fields: [] };

/**
 * Every table of records. Statements, the memory store, the deletion of a board, the check of a database and the contract
 * of the stores are made from it; the migrations must lead to it.
 */
export const TABLES = {
  boards: {
    key: 'id',
    columns: {
      id: text('id'),
      code: text('code'),
      generation: whole('generation'),
      createdAt: whole('created_at'),
    } satisfies ColumnsOf<BoardRecord>,
    indexes: { board: { fields: ['id'] }, code: { fields: ['code'], unique: 'refuses' } },
    // It is the shared document's: only a renewal changes it.
    kept: ['generation'],
  },
  invites: {
    key: 'secret',
    columns: {
      secret: text('secret'),
      board: text('board'),
      role: choice('role', ROLES, 'observer'),
    } satisfies ColumnsOf<InviteRecord>,
    indexes: { board, role: { fields: ['board', 'role'], unique: 'replaces' } },
  },
  participants: {
    key: 'id',
    columns: {
      id: text('id'),
      board: text('board'),
      name: text('name'),
      unit: text('unit'),
      unitsBefore: names('units_before'),
      role: choice('role', ROLES, 'observer'),
      createdAt: whole('created_at'),
      removed: flag('removed'),
    } satisfies ColumnsOf<Required<ParticipantRecord>>,
    indexes: { board, token: { via: 'tokens', field: 'id', to: 'participant', where: 'hash' } },
  },
  tokens: {
    key: 'hash',
    columns: {
      hash: text('hash'),
      participant: text('participant'),
    } satisfies ColumnsOf<TokenRecord>,
    indexes: { board: { via: 'participants', field: 'participant', to: 'id', where: 'board' } },
  },
  chores: {
    key: 'board',
    columns: { board: text('board'), chore: text('chore') } satisfies ColumnsOf<CleanupRecord>,
    indexes: { board, all },
  },
  versions: {
    key: 'id',
    columns: {
      id: text('id'),
      board: text('board'),
      kind: choice('kind', VERSION_KINDS, 'named'),
      name: text('name'),
      at: whole('at'),
      by: text('participant'),
    } satisfies ColumnsOf<VersionRecord>,
    indexes: { board },
    blob: { field: 'file', place: ['board', 'id'] },
  },
  rehearsals: {
    key: 'board',
    columns: {
      board: text('board'),
      of: text('copy_of'),
      endsAt: whole('ends_at'),
    } satisfies ColumnsOf<RehearsalRecord>,
    indexes: { board, all },
  },
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof TABLES;
export type IndexOf<T extends TableName> = keyof (typeof TABLES)[T]['indexes'] & string;

/** What lists give. */
export interface ListedRecords {
  boards: BoardRecord;
  invites: InviteRecord;
  participants: ParticipantRecord;
  tokens: TokenRecord;
  chores: CleanupRecord;
  versions: ListedVersion;
  rehearsals: RehearsalRecord;
}
/** What is put, and given for a key. */
export interface StoredRecords extends Omit<ListedRecords, 'versions'> {
  versions: VersionRecord & { readonly file: Uint8Array };
}

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];
export const tableOf = (name: TableName): Table => TABLES[name];

/** A table that an index goes through. */
export function linkedTable(index: LinkedIndex): Table {
  const found = TABLE_NAMES.find((name) => name === index.via);
  if (found === undefined) throw new Error(`there is no table ${index.via}`);
  return tableOf(found);
}

export const columnOf = (table: Table, field: string): string => {
  const column = table.columns[field];
  if (column === undefined) throw new Error(`there is no field ${field}`);
  return column.name;
};

/** The cells of a record, without its blob. */
export function toRow(table: Table, record: object): Row {
  const cells = Object.entries(table.columns).map(([field, { name, to }]) => [
    name,
    to(Reflect.get(record, field)),
  ]);
  return Object.fromEntries(cells) as Row;
}

/** The record of these cells, without its blob. */
export function fromRow(table: Table, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields = Object.entries(table.columns).map(([field, { name, from }]) => [field, from(row[name])]);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as Record<string, unknown>;
}
