/** Names one document. A log belongs to one generation of it and never crosses into the next. */
export interface DocKey {
  readonly board: string;
  readonly generation: number;
  /** Participant id for a private document, '' for the shared document of the board. */
  readonly owner: string;
}

/** `full`: no space, retry later. `failed`: the store broke, retry later. `stale`: no such generation, never retry. */
export type AppendError = 'full' | 'failed' | 'stale';
export type AppendResult = { ok: true; seq: number } | { ok: false; error: AppendError; reason: string };

/** A document as stored: apply `snapshot`, then `rows` in order, and the document is at `seq`. */
export interface StoredDoc {
  readonly snapshot: Uint8Array | null;
  readonly snapshotSeq: number;
  /** Updates snapshotSeq+1 .. seq, without a gap. */
  readonly rows: readonly Uint8Array[];
  readonly seq: number;
  /** Who has written under which Yjs client id. */
  readonly writers: readonly WriterClaim[];
  /** Steps written since it was known to open quickly; null: no person has counted, it is from before. */
  readonly untried: number | null;
  /** How many steps of the format of its kind it has seen: `DOCUMENT_MIGRATIONS`. */
  readonly version: number;
}

/** From now on only this participant writes under this Yjs client id. */
export interface WriterClaim {
  readonly client: number;
  readonly participant: string;
}

/** `missing`: never existed. `damaged`: exists but cannot be read whole; it must not be served nor written. */
export type LoadError = 'missing' | 'damaged' | 'failed';
export type LoadResult = { ok: true; value: StoredDoc } | { ok: false; error: LoadError; reason: string };

export interface Renewal {
  readonly update: Uint8Array | null;
  /** Yjs client ids of earlier generations: no person writes under them any more. */
  readonly retired: readonly number[];
  /** As `StoredDoc.version`, of what the generation begins with. */
  readonly version: number;
}
/** Owner of a client id under which no person writes. */
export const NOBODY = '';
export type SaveResult = { ok: true } | { ok: false; error: AppendError; reason: string };

/** The log of each document. Every adapter passes `document-log.contract.ts`. */
export interface DocumentLog {
  /**
   * Appends one update and, in the same commit, who wrote under new client ids and how many steps it was to apply.
   * Resolves only when it would survive power loss; never rejects.
   */
  append(
    key: DocKey,
    update: Uint8Array,
    claims?: readonly WriterClaim[],
    steps?: number,
  ): Promise<AppendResult>;
  /** The document opens quickly: `untried` is 0 from now on. Nothing happens where there is no such document. */
  markTried(key: DocKey): Promise<void>;
  /** Reads a document, checksums verified. A damaged newest snapshot falls back to the one before it. */
  load(key: DocKey): Promise<LoadResult>;
  /**
   * Keeps `snapshot` as the state at `seq` and forgets rows the snapshot before it already covers, so
   * that one older way to rebuild the document always remains. Ignored if a snapshot at or past `seq` exists.
   */
  saveSnapshot(key: DocKey, seq: number, snapshot: Uint8Array): Promise<SaveResult>;
  /** The private document of one person as it is now; an empty one of `version` begins where there was none. */
  openPrivate(board: string, owner: string, version: number): Promise<DocKey>;
  /** Every private document of a board. */
  privateDocs(board: string): Promise<readonly DocKey[]>;
}
