import * as Y from 'yjs';
import type { StoredDoc } from '../../storage/storage.ts';
import type { Clock } from '../../time/clock.ts';
import type { AwakeDocuments, Sleeper } from './awake-documents.ts';
import * as document from './document.ts';
import { SLEEP_AFTER_MS } from '../limits/room-limits.ts';

type Bytes = Pick<StoredDoc, 'snapshot' | 'rows'>;

const EMPTY = new Uint8Array(0);

/** What was asked of a document came when its room had ended. */
export class DocumentGone extends Error {
  constructor() {
    super('the room is gone');
  }
}

interface Summary {
  readonly stateVector: Uint8Array;
  /** Sorted, and neighbours made one. */
  readonly deleted: document.DecodedUpdate['ds'];
}

interface HeldDocumentParts {
  /** The live document, where there is one already. */
  readonly doc?: Y.Doc | null;
  readonly clock: Clock;
  readonly awake: AwakeDocuments;
  /** Its stored bytes. */
  readonly size: () => number;
  /** Whether the live document is exactly what is stored, and small enough to be woken in no time. */
  readonly maySleep: () => boolean;
  /** It is `snapshot` now. */
  readonly onAsleep: (snapshot: Uint8Array) => void;
}

/**
 * A room's document, as bytes or alive. A live one takes eight times its bytes and time to wake, so it is woken by
 * the first who changes it or needs a difference, and sleeps again when no person has for a while.
 */
export class HeldDocument implements Sleeper {
  readonly #parts: HeldDocumentParts;
  #bytes: Bytes | null;
  /** Read from the bytes when first asked for. */
  #summary: Summary | null = null;
  #doc: Y.Doc | null = null;
  /** What this process writes itself stands under one id, however often the document sleeps. */
  #clientId: number | null = null;
  #usedAt = 0;
  #cancelSleep: (() => void) | null = null;

  constructor(stored: Bytes, parts: HeldDocumentParts) {
    const { doc = null } = parts;
    this.#bytes = stored;
    this.#parts = parts;
    if (doc !== null) this.#keep(doc);
  }

  /** Null while asleep or gone. */
  get awake(): Y.Doc | null {
    return this.#doc;
  }

  /** Wakes the document. Throws when its bytes are none, or it is gone. */
  live(): Y.Doc {
    const doc = this.#doc ?? this.#wake();
    this.#usedAt = this.#parts.clock.now();
    this.#parts.awake.used(this, this.#parts.size(), this.#usedAt);
    return doc;
  }

  /** What the document holds, without waking it. Throws as `live` does. */
  stateVector(): Uint8Array {
    if (this.#doc !== null) return Y.encodeStateVector(this.#doc);
    return this.#summarize().stateVector;
  }

  /** Whether these ASCII words stand in a sleeping document's bytes; awake it may always hold them. */
  mayHold(words: string): boolean {
    if (this.#bytes === null) return true;
    const { snapshot, rows } = this.#bytes;
    return [snapshot ?? EMPTY, ...rows].some(({ buffer, byteOffset, byteLength }) =>
      Buffer.from(buffer, byteOffset, byteLength).includes(words, 0, 'latin1'),
    );
  }

  /**
   * Whether a sleeping document already has all of an update. A newcomer sends back the deletions it was just sent:
   * nothing to wake for. Awake the answer is no, because applying it tells as quickly.
   */
  hasAll(decoded: document.DecodedUpdate): boolean {
    if (this.#doc !== null || decoded.structs.length > 0) return false;
    const { deleted } = this.#summarize();
    return [...decoded.ds.clients].every(([client, ranges]) => {
      const known = deleted.clients.get(client) ?? [];
      return ranges.every(({ clock, len }) => {
        const range = lastFrom(known, clock);
        return range !== undefined && clock + len <= range.clock + range.len;
      });
    });
  }

  destroy(): void {
    this.#cancelSleep?.();
    this.#parts.awake.gone(this);
    this.#bytes = this.#summary = null;
    this.#doc?.destroy();
    this.#doc = null;
  }

  /** Answers whether it does. */
  sleep(): boolean {
    const doc = this.#doc;
    if (doc === null || !this.#parts.maySleep()) return false;
    this.#cancelSleep?.();
    this.#parts.awake.gone(this);
    const snapshot = Y.encodeStateAsUpdate(doc);
    this.#summary = { stateVector: Y.encodeStateVector(doc), deleted: Y.snapshot(doc).ds };
    this.#bytes = { snapshot, rows: [] };
    this.#doc = null;
    doc.destroy();
    this.#parts.onAsleep(snapshot);
    return true;
  }

  #wake(): Y.Doc {
    if (this.#bytes === null) throw new DocumentGone();
    return this.#keep(document.hydrate(this.#bytes));
  }

  /** Alive from now on. What a stored log lacks the parts for stays in the log (STEPS4). */
  #keep(doc: Y.Doc): Y.Doc {
    document.dropPending(doc);
    doc.clientID = this.#clientId ??= doc.clientID;
    this.#doc = doc;
    this.#bytes = this.#summary = null;
    this.#sleepIn(SLEEP_AFTER_MS);
    return doc;
  }

  #summarize(): Summary {
    if (this.#bytes === null) throw new DocumentGone();
    this.#summary ??= summaryOf(this.#bytes);
    return this.#summary;
  }

  #sleepIn(ms: number): void {
    this.#cancelSleep = this.#parts.clock.after(ms, () => {
      const rest = this.#usedAt + SLEEP_AFTER_MS - this.#parts.clock.now();
      if (rest > 0) this.#sleepIn(rest);
      else if (!this.sleep()) this.#sleepIn(SLEEP_AFTER_MS);
    });
  }
}

/** Stored updates have no gaps, so the document has come as far as the furthest of them. */
function summaryOf({ snapshot, rows }: Bytes): Summary {
  const ends = new Map<number, number>();
  const updates = (snapshot === null ? rows : [snapshot, ...rows]).map((update) => Y.decodeUpdate(update));
  for (const { structs } of updates) {
    for (const { id, length } of structs) {
      ends.set(id.client, Math.max(id.clock + length, ends.get(id.client) ?? 0));
    }
  }
  return { stateVector: Y.encodeStateVector(ends), deleted: Y.mergeDeleteSets(updates.map(({ ds }) => ds)) };
}

/** The last of sorted ranges that starts at `clock` or before. */
function lastFrom<R extends { readonly clock: number }>(ranges: readonly R[], clock: number): R | undefined {
  let [from, to] = [0, ranges.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ranges[middle]?.clock ?? 0) <= clock) from = middle + 1;
    else to = middle;
  }
  return ranges[from - 1];
}
