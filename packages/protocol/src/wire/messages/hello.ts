import * as encoding from 'lib0/encoding';
import type { FrameReader } from '../frame-reader.ts';
import type { MessageDeclaration } from './message.ts';

/** What the server will accept from this connection, in bytes. */
export type AnnouncedLimits = { maxUpdate: number; maxSyncStep2: number; maxAwarenessState: number };

/**
 * Opens our part of the protocol; the client sends it first, the server answers with its own. `protocol` is the
 * highest version the sender speaks, `generation` the one its document belongs to (0: none yet). A client announces
 * no limits.
 */
export type Hello = { type: 'hello'; protocol: number; generation: number; limits: AnnouncedLimits | null };

export function encodeHello(hello: Omit<Hello, 'type'>): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, HELLO.number);
  encoding.writeVarUint(encoder, hello.protocol);
  encoding.writeVarUint(encoder, hello.generation);
  if (hello.limits !== null) {
    encoding.writeVarUint(encoder, hello.limits.maxUpdate);
    encoding.writeVarUint(encoder, hello.limits.maxSyncStep2);
    encoding.writeVarUint(encoder, hello.limits.maxAwarenessState);
  }
  return encoding.toUint8Array(encoder);
}

function readHello(reader: FrameReader): Hello {
  const protocol = reader.varUint();
  const generation = reader.hasMore ? reader.varUint() : 0;
  const limits = reader.hasMore
    ? {
        maxUpdate: reader.varUint(),
        maxSyncStep2: reader.varUint(),
        maxAwarenessState: reader.varUint(),
      }
    : null;
  return { type: 'hello', protocol, generation, limits };
}

export const HELLO: MessageDeclaration<Hello, 'both'> = {
  number: 104,
  goes: 'both',
  encode: encodeHello,
  read: readHello,
  samples: [
    { type: 'hello', protocol: 1, generation: 2, limits: null },
    {
      type: 'hello',
      protocol: 1,
      generation: 2,
      limits: { maxUpdate: 3, maxSyncStep2: 4, maxAwarenessState: 5 },
    },
  ],
};
