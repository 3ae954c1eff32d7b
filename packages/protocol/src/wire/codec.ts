import type { Result } from '../result.ts';
import { FrameReader, type FrameRefusal } from './frame-reader.ts';
import { FRAME_LIMITS, type FrameLimits } from './limits.ts';
import { encodePermissionDenied, readAuth, type PermissionDenied } from './messages/auth.ts';
import {
  encodeAwareness,
  encodeQueryAwareness,
  readAwareness,
  type Awareness,
  type QueryAwareness,
} from './messages/awareness.ts';
import { MESSAGE_NUMBERS } from './messages/message-numbers.ts';
import {
  encodeAck,
  encodeNack,
  encodeStatus,
  readAck,
  readNack,
  readStatus,
  type Ack,
  type Nack,
  type Status,
} from './messages/saving.ts';
import {
  encodeHello,
  encodeRole,
  readHello,
  readRole,
  type Hello,
  type SaidRole,
} from './messages/session.ts';
import {
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdateFrame,
  readSync,
  type SyncMessage,
} from './messages/sync.ts';

/** Everything that can travel in one frame, in either direction. */
export type Message =
  | SyncMessage
  | Awareness
  | QueryAwareness
  | PermissionDenied
  | Ack
  | Nack
  | Status
  | SaidRole
  | Hello;

function readMessage(number: number, reader: FrameReader, limits: FrameLimits): Message | null {
  switch (number) {
    case MESSAGE_NUMBERS.sync:
      return readSync(reader, limits);
    case MESSAGE_NUMBERS.awareness:
      return readAwareness(reader, limits);
    case MESSAGE_NUMBERS.auth:
      return readAuth(reader, limits);
    case MESSAGE_NUMBERS.queryAwareness:
      return { type: 'query-awareness' };
    case MESSAGE_NUMBERS.ack:
      return readAck(reader);
    case MESSAGE_NUMBERS.nack:
      return readNack(reader, limits);
    case MESSAGE_NUMBERS.status:
      return readStatus(reader);
    case MESSAGE_NUMBERS.role:
      return readRole(reader, limits);
    case MESSAGE_NUMBERS.hello:
      return readHello(reader);
    default:
      reader.refuse('unknown-message');
      return null;
  }
}

/**
 * Reads one frame. Total: any bytes give a message or the reason why not, nothing throws, and nothing in the answer
 * shares memory with `frame`. The Yjs payloads inside are *not* checked here.
 */
export function decodeFrame(
  frame: Uint8Array,
  limits: FrameLimits = FRAME_LIMITS,
): Result<Message, FrameRefusal> {
  if (frame.length === 0) return { ok: false, error: 'empty' };
  if (frame.length > limits.maxFrame) return { ok: false, error: 'too-large' };
  const reader = new FrameReader(frame);
  const number = reader.varUint();
  const message = readMessage(number, reader, limits);
  // Later versions may append fields to our messages, never to those of y-protocols.
  if (number < MESSAGE_NUMBERS.ack && reader.hasMore) reader.refuse('trailing-bytes');
  if (message === null || reader.refusal !== null) {
    return { ok: false, error: reader.refusal ?? 'unknown-message' };
  }
  return { ok: true, value: message };
}

/** The frame of any message. `decodeFrame` gives the same message back as long as it is within the limits. */
export function encodeMessage(message: Message): Uint8Array {
  switch (message.type) {
    case 'sync-step-1':
      return encodeSyncStep1(message.stateVector);
    case 'sync-step-2':
      return encodeSyncStep2(message.update);
    case 'update':
      return encodeUpdateFrame(message.update);
    case 'awareness':
      return encodeAwareness(message.entries);
    case 'query-awareness':
      return encodeQueryAwareness();
    case 'permission-denied':
      return encodePermissionDenied(message.reason);
    case 'ack':
      return encodeAck(message.n, message.boardSeq);
    case 'nack':
      return encodeNack(message.n, message.code, message.reason);
    case 'status':
      return encodeStatus(message.status);
    case 'role':
      return encodeRole(message.role);
    case 'hello':
      return encodeHello(message);
  }
}
