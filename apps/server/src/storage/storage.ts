import type { DocKey, DocumentLog, Renewal, SaveResult } from './port/document-log.ts';
import type {
  BoardRecord,
  CleanupRecord,
  InviteRecord,
  ListedVersion,
  ParticipantRecord,
  RehearsalRecord,
  VersionRecord,
} from './port/records.ts';

export { NOBODY } from './port/document-log.ts';
export type { DocKey, LoadError, Renewal, StoredDoc, WriterClaim } from './port/document-log.ts';
export { StoreFailed } from './port/port.ts';
export type {
  BoardRecord,
  ListedVersion,
  ParticipantRecord,
  RehearsalRecord,
  VersionKind,
  VersionRecord,
} from './port/records.ts';

/** The documents: the log of the port, and the renewal of one of them. */
export interface LogStore extends Omit<DocumentLog, 'openPrivate'> {
  /** The private document of one person as it is now; an empty one begins where there was none. */
  openPrivate(board: string, owner: string): Promise<DocKey>;
  /**
   * Starts the generation after `key` with one row (`null`: empty) and forgets `key`, in one commit. What is
   * forgotten is overwritten on the disk before this resolves. A shared document takes its board along.
   */
  renew(key: DocKey, renewal: Renewal): Promise<SaveResult>;
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

interface RehearsalStore {
  putRehearsal(rehearsal: RehearsalRecord): Promise<void>;
  rehearsals(): Promise<readonly RehearsalRecord[]>;
  /** Removes a board with all that belongs to it, overwritten on the disk. No person may have it open. */
  deleteBoard(board: string): Promise<void>;
}

/**
 * What the server asks for, in its own words. `Store` makes it of the port, which is what an adapter has to do;
 * `storage.contract.ts` says how it behaves over each.
 */
export interface Storage extends LogStore, Directory, VersionStore, RehearsalStore {
  /** Notes down what a board has begun and must finish even after a crash; replaces what was noted. */
  putCleanup(board: string, chore: string): Promise<void>;
  /** Forgets it, overwritten on the disk. */
  dropCleanup(board: string): Promise<void>;
  cleanups(): Promise<readonly CleanupRecord[]>;
  /** Writes what changes nothing, and resolves when it would survive power loss. Rejects when it cannot. */
  testWrite(): Promise<void>;
  close(): Promise<void>;
}
