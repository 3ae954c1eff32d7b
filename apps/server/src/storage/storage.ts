import type { Role } from '@coherence/protocol';
/**
 * What the server asks of a store. Two halves: the log of each document, and the directory of boards
 * and people. Every adapter passes `storage.contract.ts`.
 */

/** Names one document. A log belongs to one generation of it and never crosses into the next. */
export interface DocKey {
  readonly board: string;
  readonly generation: number;
  /** Participant id for a private document, '' for the document everybody shares. */
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
  /** Steps written since it was known to open quickly; null: nobody has counted, it is from before. */
  readonly untried: number | null;
}

/** From now on only this participant writes under this Yjs client id. */
export interface WriterClaim {
  readonly client: number;
  readonly participant: string;
}

/** `missing`: never existed. `damaged`: exists but cannot be read whole; it must not be served nor written. */
export type LoadError = 'missing' | 'damaged' | 'failed';
export type LoadResult = { ok: true; value: StoredDoc } | { ok: false; error: LoadError; reason: string };

/** What a method rejects with that has no other way to say that the store could not do it. */
export class StoreFailed extends Error {}

export interface LogStore {
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
  /** The private document of one person as it is now; an empty one begins where there was none. */
  openPrivate(board: string, owner: string): Promise<DocKey>;
  /** Every private document of a board. */
  privateDocs(board: string): Promise<readonly DocKey[]>;
  /**
   * Starts the generation after `key` with one row (`null`: empty) and forgets `key`, in one commit. What is
   * forgotten is overwritten on the disk before this resolves. A shared document takes its board along.
   */
  renew(key: DocKey, renewal: Renewal): Promise<SaveResult>;
}

export interface Renewal {
  readonly update: Uint8Array | null;
  /** Yjs client ids of earlier generations: nobody writes under them any more. */
  readonly retired: readonly number[];
}
/** Owner of a client id under which nobody writes. */
export const NOBODY = '';
export type SaveResult = { ok: true } | { ok: false; error: AppendError; reason: string };

export interface BoardRecord {
  readonly id: string;
  /** Six characters, always gives role participant. */
  readonly code: string;
  readonly generation: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export interface ParticipantRecord {
  readonly id: string;
  readonly board: string;
  readonly name: string;
  /** Unit id of the board's document, '' when none. */
  readonly unit: string;
  /** Units they were in earlier: what they wrote then may still arrive. Left out where there are none. */
  readonly unitsBefore?: readonly string[];
  readonly role: Role;
  readonly createdAt: number;
  readonly removed: boolean;
}

export interface InviteRecord {
  readonly secret: string;
  readonly board: string;
  readonly role: Role;
}

export interface NewBoard {
  readonly board: BoardRecord;
  readonly firstUpdate: Uint8Array;
  readonly invites: readonly InviteRecord[];
  readonly creator: ParticipantRecord;
  readonly creatorTokenHash: string;
}

export interface Directory {
  /** Writes board, first row, invites and creator together or not at all. */
  createBoard(input: NewBoard): Promise<{ ok: true } | { ok: false; error: 'code-taken' }>;
  board(id: string): Promise<BoardRecord | null>;
  boardByCode(code: string): Promise<BoardRecord | null>;
  invite(secret: string): Promise<InviteRecord | null>;
  invites(board: string): Promise<readonly InviteRecord[]>;
  /** Replaces the invite of that board and role; the old secret stops working. */
  putInvite(invite: InviteRecord): Promise<void>;
  putCode(board: string, code: string): Promise<{ ok: true } | { ok: false; error: 'code-taken' }>;
  /** Adds or overwrites a participant. */
  putParticipant(participant: ParticipantRecord): Promise<void>;
  participant(id: string): Promise<ParticipantRecord | null>;
  participants(board: string): Promise<readonly ParticipantRecord[]>;
  /** A participant holds one token per device. */
  addToken(hash: string, participant: string): Promise<void>;
  /** Ids of the participants of a board who hold a token. */
  participantsWithDevice(board: string): Promise<readonly string[]>;
  participantByToken(hash: string): Promise<ParticipantRecord | null>;
}

/** `named`: somebody asked for it. The others are kept by the server before it changes much, the newest of them. */
export const VERSION_KINDS = ['named', 'phase', 'reveal', 'vote', 'restore'] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

/** What a board said at one moment. */
export interface VersionRecord {
  readonly id: string;
  readonly board: string;
  readonly kind: VersionKind;
  /** What somebody called it, or what came after it, as the title of a phase. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Participant id of who asked, or did what it came before. */
  readonly by: string;
}

export interface ListedVersion extends VersionRecord {
  /** Of its file. */
  readonly bytes: number;
}

export interface StoredVersion {
  readonly version: VersionRecord;
  readonly file: Uint8Array;
}

interface VersionStore {
  /**
   * Keeps a version, and drops of those kept unasked what has no room any more (`versionsToDrop`); one that says the same
   * as the newest of them takes its place.
   */
  putVersion(version: VersionRecord, file: Uint8Array): Promise<void>;
  /** Newest first. */
  versions(board: string): Promise<readonly ListedVersion[]>;
  /** Null where there is none; rejects where it is damaged. */
  version(board: string, id: string): Promise<StoredVersion | null>;
  /** Changes what versions say, or (null) drops them; what was there is overwritten on the disk. */
  rewriteVersions(board: string, files: ReadonlyMap<string, Uint8Array | null>): Promise<void>;
}

/** A board to rehearse on: a copy, removed when its time is over. */
export interface RehearsalRecord {
  readonly board: string;
  /** The board it is a copy of. */
  readonly of: string;
  /** When it is removed, milliseconds since 1970. */
  readonly endsAt: number;
}

interface RehearsalStore {
  putRehearsal(rehearsal: RehearsalRecord): Promise<void>;
  rehearsals(): Promise<readonly RehearsalRecord[]>;
  /** Removes a board with all that belongs to it, overwritten on the disk. Nobody may have it open. */
  deleteBoard(board: string): Promise<void>;
}

export interface Storage extends LogStore, Directory, VersionStore, RehearsalStore {
  /** Notes down what a board has begun and must finish even after a crash; replaces what was noted. */
  putChore(board: string, chore: string): Promise<void>;
  /** Forgets it, overwritten on the disk. */
  dropChore(board: string): Promise<void>;
  chores(): Promise<readonly { readonly board: string; readonly chore: string }[]>;
  /** Writes what changes nothing, and resolves when it would survive power loss. Rejects when it cannot. */
  testWrite(): Promise<void>;
  close(): Promise<void>;
}
