import type { DocKey, LogStore, WriterClaim } from '../../storage/storage.ts';
import type { Clock } from '../../time/clock.ts';
import type { StateVector } from '../document/document.ts';
import type { RoomEvents } from './room-events.ts';
import { RETRY_FIRST_MS, RETRY_MAX_MS, STALL_MS } from '../limits/room-limits.ts';

interface SaverParts {
  readonly key: DocKey;
  readonly seq: number;
  readonly log: Pick<LogStore, 'append'>;
  readonly clock: Clock;
  readonly events: RoomEvents;
  /** The one update from a state to the live document. */
  readonly difference: (from: StateVector) => Uint8Array;
  /** `update` is stored and the live document is exactly what is stored. */
  readonly onStored: (update: Uint8Array, before: StateVector) => void;
  readonly onWorks: (works: boolean) => void;
  /** The store will never take this document again. */
  readonly onStale: () => void;
}

interface SaveAlso {
  /** Told how it ended. */
  readonly ends: readonly ((stored: boolean) => void)[];
  /** Stored in the same commit, however many tries it takes. */
  readonly claims: readonly WriterClaim[];
  /** How many `update` was to apply. */
  readonly steps: number;
}

/**
 * Brings a room's changes into the log, one commit at a time. A commit that fails is not queued: what is
 * kept is from where on the live document is not stored, and one row with the difference replaces
 * everything that failed, so a full disk costs no memory.
 */
export class Saver {
  readonly #parts: SaverParts;
  #seq: number;
  #committing = false;
  #unsavedFrom: StateVector | null = null;
  #retryMs = RETRY_FIRST_MS;
  #works = true;
  #waiting: (() => void)[] = [];
  #looking: (() => void)[] = [];
  #ends: ((stored: boolean) => void)[] = [];
  #claims: readonly WriterClaim[] = [];
  #steps = 0;
  #stopped = false;

  constructor(parts: SaverParts) {
    this.#parts = parts;
    this.#seq = parts.seq;
  }

  /** Number of the newest stored row. */
  get seq(): number {
    return this.#seq;
  }
  /** The live document is exactly what is stored. */
  get atRest(): boolean {
    return !this.#committing && this.#unsavedFrom === null;
  }
  /** False while the store refuses, or takes too long. */
  get works(): boolean {
    return this.#works;
  }

  whenAtRest(work: () => void): void {
    if (this.atRest) work();
    else this.#waiting.push(work);
  }

  /**
   * What `look` sees when the live document is exactly what is stored. A store that refuses or stalls is not waited
   * for: then it sees what has not been stored yet, too. Rejects with what `look` throws.
   */
  read<T>(look: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const run = () => {
        try {
          resolve(look());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      if (this.atRest || !this.#works) run();
      else this.#looking.push(run);
    });
  }

  /** Stores `update`, which leads from `before` to the live document. Call at rest only. */
  save(update: Uint8Array, before: StateVector, also: SaveAlso): void {
    if (!this.atRest) throw new Error('a commit is already under way');
    this.#ends = [...also.ends];
    this.#claims = also.claims;
    this.#steps = also.steps;
    void this.#commit(update, before);
  }

  /** Ends without another write; callers that wait go on and find the room gone. */
  stop(): void {
    this.#stopped = true;
    const [ends, waiting] = [this.#ends, this.#waiting];
    this.#ends = [];
    this.#waiting = [];
    for (const end of ends) end(false);
    for (const work of waiting) work();
    this.#letLook();
  }

  async #commit(update: Uint8Array, before: StateVector): Promise<void> {
    const { key, log, clock, events } = this.#parts;
    this.#committing = true;
    const startedAt = clock.now();
    const cancelStall = clock.after(STALL_MS, () => this.#setWorks(false));
    const result = await log.append(key, update, this.#claims, this.#steps);
    cancelStall();
    this.#committing = false;
    if (this.#stopped) return;
    if (result.ok) {
      events.committed(clock.now() - startedAt);
      this.#seq = result.seq;
      this.#unsavedFrom = null;
      this.#retryMs = RETRY_FIRST_MS;
      this.#setWorks(true);
      this.#stored(update, before);
      return;
    }
    events.commitFailed(key.board, result.reason);
    if (result.error === 'stale') return this.#parts.onStale();
    this.#unsavedFrom = before;
    this.#setWorks(false);
    clock.after(this.#retryMs, () => this.#retry(before));
    this.#retryMs = Math.min(this.#retryMs * 2, RETRY_MAX_MS);
  }

  #retry(before: StateVector): void {
    if (!this.#stopped) void this.#commit(this.#parts.difference(before), before);
  }

  #stored(update: Uint8Array, before: StateVector): void {
    const ends = this.#ends;
    this.#ends = [];
    this.#parts.onStored(update, before);
    for (const end of ends) end(true);
    this.#letLook();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const work of waiting) this.whenAtRest(work);
  }

  #setWorks(works: boolean): void {
    if (this.#works === works || this.#stopped) return;
    this.#works = works;
    this.#parts.events.saving(this.#parts.key.board, works);
    this.#parts.onWorks(works);
    this.#letLook();
  }

  #letLook(): void {
    const looking = this.#looking;
    this.#looking = [];
    for (const look of looking) look();
  }
}
