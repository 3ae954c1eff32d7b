import type { Role } from '@coherence/protocol';

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

/** Lets a device in as a participant. */
export interface TokenRecord {
  readonly hash: string;
  /** Participant id. */
  readonly participant: string;
}

/** What a board has begun and must finish even after a crash. */
export interface CleanupRecord {
  readonly board: string;
  readonly chore: string;
}

/** `named`: a person asked for it. The others are kept by the server before it changes much, the newest of them. */
export const VERSION_KINDS = ['named', 'phase', 'reveal', 'vote', 'restore'] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

/** What a board said at one moment. */
export interface VersionRecord {
  readonly id: string;
  readonly board: string;
  readonly kind: VersionKind;
  /** What a person called it, or what came after it, as the title of a phase. */
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

/** A board to rehearse on: a copy, removed when its time is over. */
export interface RehearsalRecord {
  readonly board: string;
  /** The board it is a copy of. */
  readonly of: string;
  /** When it is removed, milliseconds since 1970. */
  readonly endsAt: number;
}
