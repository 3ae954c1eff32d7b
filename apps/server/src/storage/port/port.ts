import type { AppendError, DocKey, DocumentLog, Renewal, SaveResult } from './document-log.ts';
import type { IndexOf, ListedRecords, StoredRecords, TableName } from './tables.ts';

export type Put = {
  [T in TableName]: {
    readonly table: T;
    readonly record: StoredRecords[T];
    /** Refuses the batch where there is a record with this key. Left out, the new one takes its place. */
    readonly ifAbsent?: true;
  };
}[TableName];

/** Written in one commit, in this order, or not at all. An empty batch waits for the disk and changes nothing. */
export interface Batch {
  /** Boards that go, with their documents and every record that belongs to them. */
  readonly boards?: readonly string[];
  readonly drops?: readonly { readonly table: TableName; readonly key: string }[];
  readonly puts?: readonly Put[];
  /** Begins a document with its first row. */
  readonly first?: { readonly key: DocKey; readonly update: Uint8Array; readonly version: number };
  /** Starts the generation after `key` and forgets `key`. A shared document takes its board along. */
  readonly renewal?: { readonly key: DocKey; readonly renewal: Renewal };
}

export type WriteResult =
  | { readonly ok: true }
  /** Another record has the key, or the values of a unique index. */
  | { readonly ok: false; readonly error: 'taken'; readonly table: TableName; readonly index: string }
  | { readonly ok: false; readonly error: AppendError; readonly reason: string };

/** Records in tables. Every adapter passes `records.contract.ts`. */
export interface Records {
  /** Resolves only when all of it would survive power loss. */
  write(batch: Batch): Promise<WriteResult>;
  /** As `write`; and what was there before is overwritten on the disk before it resolves. */
  erase(batch: Batch): Promise<WriteResult>;
  /** Null where there is none; rejects where its bytes are damaged. */
  get<T extends TableName>(table: T, key: string): Promise<StoredRecords[T] | null>;
  /** The records an index gives for a value, in the order in which they were first put, without their bytes. */
  by<T extends TableName>(table: T, index: IndexOf<T>, value?: string): Promise<readonly ListedRecords[T][]>;
}

/** What a store has to do: everything the server keeps is made of it (`Store`). */
export interface StoragePort extends DocumentLog, Records {
  close(): Promise<void>;
}

/** What a method rejects with that has no other way to say that the store could not do it. */
export class StoreFailed extends Error {}

/** Throws `StoreFailed` where a batch was not stored. */
export function assertStored(result: WriteResult): void {
  const saved = toSaved(result);
  if (!saved.ok) throw new StoreFailed(saved.reason);
}

/** For callers to whom nothing can be taken. */
export function toSaved(result: WriteResult): SaveResult {
  if (result.ok || result.error !== 'taken') return result;
  return { ok: false, error: 'failed', reason: `${result.table}: the ${result.index} is taken` };
}

/** Refuses a batch from within its transaction. */
export class Refused extends Error {
  readonly result: WriteResult & { ok: false };

  constructor(result: WriteResult & { ok: false }) {
    super('refused');
    this.result = result;
  }
}

export const isEmpty = ({ boards = [], drops = [], puts = [], first, renewal }: Batch): boolean =>
  boards.length + drops.length + puts.length === 0 && first === undefined && renewal === undefined;
