import * as encoding from 'lib0/encoding';
import type { FrameReader } from '../frame-reader.ts';
import type { FrameLimits } from '../limits.ts';
import type { MessageDeclaration } from './message.ts';

/** Every counted message up to `n` is on disk; the board's log has reached `boardSeq`. */
export type Ack = { type: 'ack'; n: number; boardSeq: number };

/**
 * Why a counted message was not stored. `held`: the sender keeps the words and the server will ask for them again
 * (an unsolicited sync-step-1); otherwise they will never be accepted from this document.
 */
export const NACK_CODES = {
  role: { code: 1, held: false },
  size: { code: 2, held: false },
  rate: { code: 3, held: true },
  schema: { code: 4, held: false },
  malformed: { code: 5, held: false },
  'client-id': { code: 6, held: false },
  'doc-full': { code: 7, held: true },
  paused: { code: 8, held: true },
  newer: { code: 9, held: true },
  share: { code: 10, held: true },
} as const;
export type NackCode = keyof typeof NACK_CODES;

/** Codes that version 2 does not know, or takes as final. */
const SINCE_3: ReadonlySet<NackCode> = new Set(['doc-full', 'newer', 'share']);

/** The code to say to a client of this protocol version: one that it holds its words for. */
export function codeFor(protocol: number, code: NackCode): NackCode {
  return protocol < 3 && SINCE_3.has(code) ? 'rate' : code;
}

/** Counted message `n` was not stored. `reason` is for a log, not for a person. */
export type Nack = { type: 'nack'; n: number; code: NackCode; reason: string };

/** degraded: the server cannot store now. read-only: it takes no edits from this session now. */
export const STATUS_CODES = { ok: 0, degraded: 1, 'read-only': 2 } as const;
export type ServerStatus = keyof typeof STATUS_CODES;
export type Status = { type: 'status'; status: ServerStatus };

const ALL_CODES = Object.keys(NACK_CODES) as NackCode[];
const ALL_STATUSES = Object.keys(STATUS_CODES) as ServerStatus[];
const NACK_BY_NUMBER: ReadonlyMap<number, NackCode> = new Map(
  ALL_CODES.map((code) => [NACK_CODES[code].code, code]),
);
const STATUS_BY_NUMBER: ReadonlyMap<number, ServerStatus> = new Map(
  ALL_STATUSES.map((status) => [STATUS_CODES[status], status]),
);

export function encodeAck(n: number, boardSeq: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, ACK.number);
  encoding.writeVarUint(encoder, n);
  encoding.writeVarUint(encoder, boardSeq);
  return encoding.toUint8Array(encoder);
}

export function encodeNack(n: number, code: NackCode, reason: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, NACK.number);
  encoding.writeVarUint(encoder, n);
  encoding.writeVarUint(encoder, NACK_CODES[code].code);
  encoding.writeVarString(encoder, reason);
  return encoding.toUint8Array(encoder);
}

export function encodeStatus(status: ServerStatus): Uint8Array {
  return Uint8Array.of(STATUS.number, STATUS_CODES[status]);
}

function readAck(reader: FrameReader): Ack {
  return { type: 'ack', n: reader.varUint(), boardSeq: reader.varUint() };
}

function readNack(reader: FrameReader, limits: FrameLimits): Nack | null {
  const n = reader.varUint();
  const code = NACK_BY_NUMBER.get(reader.varUint());
  const reason = reader.varString(limits.maxText);
  if (code !== undefined) return { type: 'nack', n, code, reason };
  reader.refuse('unknown-value');
  return null;
}

function readStatus(reader: FrameReader): Status | null {
  const status = STATUS_BY_NUMBER.get(reader.varUint());
  if (status !== undefined) return { type: 'status', status };
  reader.refuse('unknown-value');
  return null;
}

export const ACK: MessageDeclaration<Ack, 'down'> = {
  number: 100,
  goes: 'down',
  encode: ({ n, boardSeq }) => encodeAck(n, boardSeq),
  read: readAck,
  samples: [{ type: 'ack', n: 300, boardSeq: 2 }],
};

export const NACK: MessageDeclaration<Nack, 'down'> = {
  number: 101,
  goes: 'down',
  encode: ({ n, code, reason }) => encodeNack(n, code, reason),
  read: readNack,
  samples: ALL_CODES.map((code) => ({ type: 'nack', n: 1, code, reason: 'a' })),
};

export const STATUS: MessageDeclaration<Status, 'down'> = {
  number: 102,
  goes: 'down',
  encode: ({ status }) => encodeStatus(status),
  read: readStatus,
  samples: ALL_STATUSES.map((status) => ({ type: 'status', status })),
};
