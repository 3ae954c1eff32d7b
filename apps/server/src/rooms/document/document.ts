import { decodeUpdate, takeOffDisguises } from '@coherence/board';
import type { Decoded } from '@coherence/board';
import * as Y from 'yjs';
import type { StoredDoc } from '../../storage/storage.ts';

export type DecodedUpdate = Decoded;

/** Origin of every transaction a room runs. */
export const TICK: unique symbol = Symbol('tick');

/** Whether an update brings no struct that the document lacks; it may delete. */
export function addsNothing(doc: Y.Doc, update: Uint8Array): boolean {
  const decoded = decodeUpdate(update);
  return (
    decoded !== null &&
    decoded.structs.every(
      (struct) =>
        struct instanceof Y.Skip ||
        struct.id.clock + struct.length <= Y.getState(doc.store, struct.id.client),
    )
  );
}

/** Builds the live document from stored bytes in one transaction. Throws if they are not a document. */
export function hydrate(stored: Pick<StoredDoc, 'snapshot' | 'rows'>): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  try {
    doc.transact(() => {
      if (stored.snapshot !== null) Y.applyUpdate(doc, stored.snapshot);
      for (const row of stored.rows) Y.applyUpdate(doc, row);
    }, TICK);
    takeOffDisguises(doc);
    return doc;
  } catch (error) {
    doc.destroy();
    throw error;
  }
}

/** An update without structs and deletes: what a fresh client answers to sync-step-1. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}

export const EMPTY_UPDATE: Uint8Array = Uint8Array.of(0, 0);

/** The state vector of a client that has nothing. */
export function isEmptyStateVector(stateVector: Uint8Array): boolean {
  return stateVector.length === 1 && stateVector[0] === 0;
}

/** A state vector from outside; empty where it is none. */
export function stateVectorOf(bytes: Uint8Array | undefined): StateVector {
  try {
    return bytes === undefined ? new Map() : Y.decodeStateVector(bytes);
  } catch {
    return new Map();
  }
}

/** How far a document has come: Yjs client -> clock. Encoded only where it is needed. */
export type StateVector = ReadonlyMap<number, number>;

/** How far a document must have come to contain an update: Yjs client -> clock. */
export type Coverage = ReadonlyMap<number, number>;

export function coverageOf(decoded: DecodedUpdate): Coverage {
  const ends = new Map<number, number>();
  const reach = (client: number, end: number) => {
    if (end > (ends.get(client) ?? 0)) ends.set(client, end);
  };
  for (const struct of decoded.structs) {
    if (!(struct instanceof Y.Skip)) reach(struct.id.client, struct.id.clock + struct.length);
  }
  for (const [client, deletes] of decoded.ds.clients) {
    for (const one of deletes) reach(client, one.clock + one.len);
  }
  return ends;
}

/**
 * Whether everything in an update has been integrated. What Yjs keeps aside because something it builds
 * on is missing is not covered.
 */
export function isCovered(doc: Y.Doc, coverage: Coverage): boolean {
  for (const [client, end] of coverage) if (Y.getState(doc.store, client) < end) return false;
  return true;
}

/** Yjs client ids under which an update holds structs. */
export function writersOf(update: Uint8Array): readonly number[] {
  return [...Y.parseUpdateMeta(update).to.keys()];
}

export function hasPending(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}

/** Takes out what Yjs keeps aside for missing parts; answers whether there was anything. */
export function dropPending(doc: Y.Doc): boolean {
  const had = hasPending(doc);
  doc.store.pendingStructs = null;
  doc.store.pendingDs = null;
  return had;
}

/** All that is in a document. */
export function encodeWhole(doc: Y.Doc): Uint8Array {
  return Y.encodeStateAsUpdate(doc);
}

/** The difference from a state the document itself was in. */
export function encodeSince(doc: Y.Doc, from: StateVector): Uint8Array {
  return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(new Map(from)));
}

/** The difference from a state vector from outside: null when it is none. */
export function encodeDifference(doc: Y.Doc, stateVector: Uint8Array): Uint8Array | null {
  try {
    Y.decodeStateVector(stateVector);
  } catch {
    return null;
  }
  return Y.encodeStateAsUpdate(doc, stateVector);
}

/** One update out of the few that one transaction may emit (Yjs tidies up texts in transactions of its own). */
export function joinUpdates(updates: readonly Uint8Array[]): Uint8Array | null {
  const [first, ...rest] = updates;
  if (first === undefined) return null;
  return rest.length === 0 ? first : Y.mergeUpdates([first, ...rest]);
}
