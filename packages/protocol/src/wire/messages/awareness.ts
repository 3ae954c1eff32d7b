import * as encoding from 'lib0/encoding';
import { FrameReader } from '../frame-reader.ts';
import type { FrameLimits } from '../limits.ts';
import { SAMPLE_BYTES, type MessageDeclaration } from './message.ts';

/** One tab's presence. `stateBytes` is JSON in UTF-8, not parsed here; `null` means that the tab has left. */
export type AwarenessEntry = { clientId: number; clock: number; stateBytes: Uint8Array };
export type Awareness = { type: 'awareness'; entries: readonly AwarenessEntry[] };
/** "Who is here?" Answered by an awareness frame. */
export type QueryAwareness = { type: 'query-awareness' };

const REMOVED = new TextEncoder().encode('null');

/** The state bytes that say that a tab has left. */
export function removedStateBytes(): Uint8Array {
  return REMOVED.slice();
}

export function isRemoval(entry: AwarenessEntry): boolean {
  return (
    entry.stateBytes.length === REMOVED.length &&
    REMOVED.every((byte, index) => byte === entry.stateBytes[index])
  );
}

export function encodeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  const payload = encoding.createEncoder();
  encoding.writeVarUint(payload, entries.length);
  for (const { clientId, clock, stateBytes } of entries) {
    encoding.writeVarUint(payload, clientId);
    encoding.writeVarUint(payload, clock);
    encoding.writeVarUint8Array(payload, stateBytes);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, AWARENESS.number);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(payload));
  return encoding.toUint8Array(encoder);
}

/**
 * A frame that changes nothing, for stock clients too. A y-websocket client drops a connection on which it heard
 * nothing for 30 s, and WebSocket pings do not count.
 */
export function encodeKeepAlive(): Uint8Array {
  return encodeAwareness([]);
}

export function encodeQueryAwareness(): Uint8Array {
  return Uint8Array.of(QUERY_AWARENESS.number);
}

function readAwareness(reader: FrameReader, limits: FrameLimits): Awareness {
  const payload = new FrameReader(reader.varBytes(limits.maxFrame));
  const entries: AwarenessEntry[] = [];
  if (reader.refusal === null) {
    const count = payload.varUint();
    if (count > limits.maxAwarenessEntries) payload.refuse('too-many-entries');
    while (payload.refusal === null && entries.length < count) {
      const clientId = payload.varUint();
      const clock = payload.varUint();
      const stateBytes = payload.varBytes(limits.maxAwarenessState);
      entries.push({ clientId, clock, stateBytes });
    }
    if (payload.hasMore) payload.refuse('trailing-bytes');
    if (payload.refusal !== null) reader.refuse(payload.refusal);
  }
  return { type: 'awareness', entries };
}

export const AWARENESS: MessageDeclaration<Awareness, 'both'> = {
  number: 1,
  goes: 'both',
  encode: ({ entries }) => encodeAwareness(entries),
  read: readAwareness,
  samples: [{ type: 'awareness', entries: [{ clientId: 300, clock: 2, stateBytes: SAMPLE_BYTES }] }],
};

export const QUERY_AWARENESS: MessageDeclaration<QueryAwareness, 'up'> = {
  number: 3,
  goes: 'up',
  encode: encodeQueryAwareness,
  read: () => ({ type: 'query-awareness' }),
  samples: [{ type: 'query-awareness' }],
};
