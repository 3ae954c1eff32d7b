import type { DEVICES } from '@coherence/protocol/http';

export type Device = (typeof DEVICES)[number];

/** A device that has reached this server by the code of a board. */
export interface ReachedDevice {
  readonly device: Device;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What a facilitator still wants to see of a test. */
export const REACHED_FOR_MS = 30 * 60_000;
export const REACHED_MAX = 20;
const BOARDS_MAX = 1_000;

/** Which devices have said "it works", by board. In memory: it is a test of this hour. */
export class ReachedDevices {
  readonly #boards = new Map<string, readonly ReachedDevice[]>();

  add(board: string, heard: ReachedDevice): void {
    const before = this.of(board, heard.at);
    this.#boards.delete(board);
    this.#boards.set(board, [heard, ...before].slice(0, REACHED_MAX));
    const [oldest] = this.#boards.keys();
    if (this.#boards.size > BOARDS_MAX && oldest !== undefined) this.#boards.delete(oldest);
  }

  /** Newest first. */
  of(board: string, now: number): readonly ReachedDevice[] {
    return (this.#boards.get(board) ?? []).filter(({ at }) => now - at < REACHED_FOR_MS);
  }
}
