import * as Y from 'yjs';
import type { StoredDoc } from '../storage/storage.ts';
import type { Clock } from './clock.ts';
import * as document from './document.ts';
import { SLEEP_AFTER_MS } from './room-limits.ts';

type Bytes = Pick<StoredDoc, 'snapshot' | 'rows'>;

export interface HeldDocumentParts {
  readonly clock: Clock;
  /** Whether the live document is exactly what is stored, and small enough to be woken in no time. */
  readonly maySleep: () => boolean;
  /** It is `snapshot` now. */
  readonly onAsleep: (snapshot: Uint8Array) => void;
}

/**
 * A room's document, as bytes or alive. A live one takes eight times its bytes and time to wake, so it is woken by
 * the first who changes it or needs a difference, and sleeps again when nobody has for a while.
 */
export class HeldDocument {
  readonly #parts: HeldDocumentParts;
  #bytes: Bytes | null;
  #stateVector: Uint8Array | null = null;
  #doc: Y.Doc | null = null;
  /** What this process writes itself stands under one id, however often the document sleeps. */
  #clientId: number | null = null;
  #usedAt = 0;
  #cancelSleep: (() => void) | null = null;

  constructor(stored: Bytes, parts: HeldDocumentParts) {
    this.#bytes = stored;
    this.#parts = parts;
  }

  /** Null while asleep or gone. */
  get awake(): Y.Doc | null {
    return this.#doc;
  }

  /** Wakes the document. Throws when its bytes are none, or it is gone. */
  live(): Y.Doc {
    this.#usedAt = this.#parts.clock.now();
    if (this.#doc !== null) return this.#doc;
    if (this.#bytes === null) throw new Error('the room is gone');
    const doc = document.hydrate(this.#bytes);
    doc.clientID = this.#clientId ??= doc.clientID;
    this.#doc = doc;
    this.#bytes = this.#stateVector = null;
    this.#sleepIn(SLEEP_AFTER_MS);
    return doc;
  }

  /** What the document holds, without waking it. Throws as `live` does. */
  stateVector(): Uint8Array {
    if (this.#doc !== null) return Y.encodeStateVector(this.#doc);
    if (this.#bytes === null) throw new Error('the room is gone');
    this.#stateVector ??= stateVectorOf(this.#bytes);
    return this.#stateVector;
  }

  destroy(): void {
    this.#cancelSleep?.();
    this.#bytes = this.#stateVector = null;
    this.#doc?.destroy();
    this.#doc = null;
  }

  #sleepIn(ms: number): void {
    this.#cancelSleep = this.#parts.clock.after(ms, () => {
      const doc = this.#doc;
      const rest = this.#usedAt + SLEEP_AFTER_MS - this.#parts.clock.now();
      if (doc === null) return;
      if (rest > 0 || document.hasPending(doc) || !this.#parts.maySleep()) {
        return this.#sleepIn(rest > 0 ? rest : SLEEP_AFTER_MS);
      }
      this.#sleep(doc);
    });
  }

  #sleep(doc: Y.Doc): void {
    const snapshot = Y.encodeStateAsUpdate(doc);
    this.#stateVector = Y.encodeStateVector(doc);
    this.#bytes = { snapshot, rows: [] };
    this.#doc = null;
    doc.destroy();
    this.#parts.onAsleep(snapshot);
  }
}

/** Stored updates have no gaps, so the document has come as far as the furthest of them. */
function stateVectorOf({ snapshot, rows }: Bytes): Uint8Array {
  const ends = new Map<number, number>();
  for (const update of snapshot === null ? rows : [snapshot, ...rows]) {
    for (const [client, end] of Y.parseUpdateMeta(update).to) {
      ends.set(client, Math.max(end, ends.get(client) ?? 0));
    }
  }
  return Y.encodeStateVector(ends);
}
