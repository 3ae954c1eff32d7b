import { encodeHello, PROTOCOL_VERSION } from '@coherence/protocol';
import * as encoding from 'lib0/encoding';

/** How a target speaks y-protocols: what it wants to hear first, and what stands before each message. */
interface Dialect {
  readonly opening: readonly Uint8Array[];
  readonly prefix: Uint8Array;
  /** The number of counted messages a message says are saved, when it says that. */
  readonly savedIn: (message: Uint8Array, before: number) => number;
}

/** Where a room is and how to speak there. */
export interface Room {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly protocols: readonly string[];
  readonly dialect: Dialect;
  /** The same room for one more person, on a server that gives each person a share of it. */
  readonly another?: () => Promise<Room>;
  /** On a server with pages for a browser. */
  readonly pages?: RoomPages;
}

/** Addresses of a room's pages: where a new person joins, and the views for those who have. */
export interface RoomPages {
  readonly join: string;
  readonly grid: string;
  readonly map: string;
}

const NOTHING = new Uint8Array(0);
const ACK = 100;
const SYNC_STATUS = 8;
const AUTH = 2;
const AUTH_TOKEN = 0;

/** The y-websocket protocol as it is. */
export const STOCK: Dialect = { opening: [], prefix: NOTHING, savedIn: (_, before) => before };

/** With our additions: a hello, and acks by number. */
export const COHERENCE: Dialect = {
  opening: [encodeHello({ protocol: PROTOCOL_VERSION, generation: 0, limits: null })],
  prefix: NOTHING,
  savedIn: (message, before) => (message[0] === ACK ? readVarUint(message, 1).value : before),
};

/** Hocuspocus names the document before each message, wants a token first, and confirms each update by itself. */
export function hocuspocusDialect(documentName: string): Dialect {
  const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, documentName));
  const auth = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, AUTH);
    encoding.writeVarUint(encoder, AUTH_TOKEN);
    encoding.writeVarString(encoder, 'bench');
  });
  return {
    opening: [auth],
    prefix,
    savedIn: (message, before) => (message[0] === SYNC_STATUS && message[1] === 1 ? before + 1 : before),
  };
}

/** Reads a number as lib0 writes it: 7 bits a byte, least first. `next`: where it ends. */
export function readVarUint(bytes: Uint8Array, start: number): { value: number; next: number } {
  let value = 0;
  let scale = 1;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, next: at + 1 };
    scale *= 128;
  }
  return { value, next: bytes.length };
}
