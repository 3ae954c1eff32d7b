import * as Y from 'yjs';
import type { DecodedUpdate } from '../document/document.ts';
import type { Person } from '../presence/seat.ts';
import { SHARE_AGAIN_BYTES, SHARE_MIN_BYTES } from '../limits/room-limits.ts';

/** Who has written under which Yjs client ids. */
export interface Owners {
  clientsOf(participant: string): readonly number[];
}

interface SharesParts {
  /** Bytes that the document may still grow. */
  readonly free: () => number;
  readonly writers: Owners;
}

interface Share {
  /** Bytes of theirs in the document when it was last looked through. */
  measured: number;
  /** Bytes taken from them since. */
  since: number;
  /** They have deleted something since. */
  hasDeleted: boolean;
  isHeld: boolean;
}

/** What an item costs in a document beside its words. */
const ITEM_BYTES = 12;

/**
 * Bytes of a board by person: a participant may have half of what is left, and SHARE_MIN_BYTES in any case, so that
 * neither one participant nor a few together can fill it for the others (FULL4). What they deleted no longer counts. Facilitators are
 * not bounded: they add files.
 */
export class Shares {
  readonly #parts: SharesParts;
  readonly #people = new Map<string, Share>();

  constructor(parts: SharesParts) {
    this.#parts = parts;
  }

  /** `freed`: taken, and what they hold may have room now. */
  take(
    doc: Y.Doc,
    { participant, role }: Person,
    decoded: DecodedUpdate,
    bytes: number,
  ): 'ok' | 'freed' | 'held' {
    if (role !== 'participant') return 'ok';
    const share = this.#people.get(participant);
    if (decoded.structs.length === 0) {
      if (share === undefined) return 'ok';
      share.hasDeleted = true;
      const isFreed = share.isHeld;
      share.isHeld = false;
      return isFreed ? 'freed' : 'ok';
    }
    const most = Math.max(SHARE_MIN_BYTES, this.#parts.free() / 2);
    const known = share ?? this.#measure(doc, participant);
    if (this.#fits(known, bytes, most)) return 'ok';
    if (!known.hasDeleted && known.since < SHARE_AGAIN_BYTES) {
      known.isHeld = true;
      return 'held';
    }
    const again = this.#measure(doc, participant);
    if (this.#fits(again, bytes, most)) return 'ok';
    again.isHeld = true;
    return 'held';
  }

  #fits(share: Share, bytes: number, most: number): boolean {
    if (share.measured + share.since + bytes > most) return false;
    share.since += bytes;
    return true;
  }

  #measure(doc: Y.Doc, participant: string): Share {
    let measured = 0;
    for (const client of this.#parts.writers.clientsOf(participant))
      for (const struct of doc.store.clients.get(client) ?? []) measured += bytesOf(struct);
    const share = { measured, since: 0, hasDeleted: false, isHeld: false };
    this.#people.set(participant, share);
    return share;
  }
}

function bytesOf(struct: Y.Item | Y.GC): number {
  if (!(struct instanceof Y.Item) || struct.deleted) return ITEM_BYTES;
  const { content } = struct;
  if (content instanceof Y.ContentString) return ITEM_BYTES + content.str.length;
  return content instanceof Y.ContentAny ? ITEM_BYTES + sizeOf(content.arr) : ITEM_BYTES;
}

/** About as many bytes as a plain value takes. Its depth is bounded by the guard. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value === 'number') return Number.isInteger(value) ? 4 : 9;
  if (typeof value !== 'object' || value === null) return 1;
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + sizeOf(inner) + (Array.isArray(value) ? 0 : key.length + 1),
    2,
  );
}
