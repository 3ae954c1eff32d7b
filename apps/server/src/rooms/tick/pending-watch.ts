import type * as Y from 'yjs';
import type { Clock } from '../../pace/clock.ts';
import { hasPending, pendingBytes } from '../document/document.ts';
import { PENDING_MAX_BYTES, PENDING_MAX_MS } from '../limits/room-limits.ts';
import type { Session } from '../presence/session.ts';

const ASK_AGAIN_MS = 1_000;

/**
 * Bounds what a document keeps aside because parts it builds on never came: Yjs would keep it for ever
 * and try it again with every edit.
 */
export class PendingWatch {
  readonly #clock: Clock;
  readonly #askedAt = new WeakMap<Session, number>();
  #since: number | null = null;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Looks after every tick; `giveUp` is called when waiting any longer is not worth it. */
  check(doc: Y.Doc, giveUp: () => void): void {
    if (!hasPending(doc)) return this.stop();
    const now = this.#clock.now();
    this.#since ??= now;
    if (pendingBytes(doc) > PENDING_MAX_BYTES || now - this.#since >= PENDING_MAX_MS) {
      this.stop();
      giveUp();
      return;
    }
    this.#cancel ??= this.#clock.after(PENDING_MAX_MS, () => {
      this.#cancel = null;
      this.check(doc, giveUp);
    });
  }

  /** Whether to ask a session for what is missing; not more often than a slow client can answer. */
  shouldAsk(session: Session): boolean {
    const now = this.#clock.now();
    if (now - (this.#askedAt.get(session) ?? -Infinity) < ASK_AGAIN_MS) return false;
    this.#askedAt.set(session, now);
    return true;
  }

  stop(): void {
    this.#since = null;
    this.#cancel?.();
    this.#cancel = null;
  }
}
