import { INBOX_HIGH_BYTES, INBOX_HIGH_ITEMS } from '../limits/room-limits.ts';
import type { Session } from '../presence/session.ts';
import type { InboxItem } from './apply-inbox.ts';

/** What waits for the next tick. A full inbox stops reading from whoever goes on sending, until `resume`. */
export class Inbox {
  #items: InboxItem[] = [];
  #bytes = 0;
  #since = 0;
  readonly #stopped = new Set<Session>();

  get isEmpty(): boolean {
    return this.#items.length === 0;
  }
  /** When the first that waits came, in ms of the room's clock. */
  get since(): number {
    return this.#since;
  }

  push(item: InboxItem, now: number): void {
    if (this.isEmpty) this.#since = now;
    this.#items.push(item);
    if (item.kind !== 'update') return;
    this.#bytes += item.update.length;
    const isFull = this.#bytes > INBOX_HIGH_BYTES || this.#items.length > INBOX_HIGH_ITEMS;
    if (!isFull || this.#stopped.has(item.session)) return;
    this.#stopped.add(item.session);
    item.session.peer.pause();
  }

  /** Hands over all that waits. */
  take(): readonly InboxItem[] {
    const items = this.#items;
    this.#items = [];
    this.#bytes = 0;
    return items;
  }

  /** Reads again from everybody. */
  resume(): void {
    for (const session of this.#stopped) session.peer.resume();
    this.#stopped.clear();
  }

  forget(session: Session): void {
    this.#stopped.delete(session);
  }
}
