import type { FrameReader } from '../frame-reader.ts';
import type { FrameLimits } from '../limits.ts';

/** Messages from here on are ours, and a server sends them after hello alone. Those below belong to y-protocols. */
export const OURS_FROM = 100;

/** Who sends a message: up goes from a client to its server, down from the server to a client. */
export type Way = 'up' | 'down' | 'both';

/** All there is to know of one message number: `MESSAGES` lists them. */
export interface MessageDeclaration<M, W extends Way> {
  /** The first varUint of its frame. */
  readonly number: number;
  readonly goes: W;
  encode(message: M): Uint8Array;
  /** Total, as `FrameReader` is; null where the reader was told a refusal. */
  read(reader: FrameReader, limits: FrameLimits): M | null;
  /**
   * One of each form. The hash of the wire is made of them, and tests vary them: a text that differs between samples of
   * one type has no other values, any other text is free.
   */
  readonly samples: readonly M[];
}

export const SAMPLE_BYTES = Uint8Array.of(1, 2, 3);
