import * as encoding from 'lib0/encoding';
import type { FrameReader } from '../frame-reader.ts';
import type { FrameLimits } from '../limits.ts';
import { AUTH_DENIED, MESSAGE_NUMBERS } from './message-numbers.ts';

/** Tells a stock client that an edit was dropped; it logs the reason and stays connected. */
export type PermissionDenied = { type: 'permission-denied'; reason: string };

export function encodePermissionDenied(reason: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_NUMBERS.auth);
  encoding.writeVarUint(encoder, AUTH_DENIED);
  encoding.writeVarString(encoder, reason);
  return encoding.toUint8Array(encoder);
}

export function readAuth(reader: FrameReader, limits: FrameLimits): PermissionDenied {
  if (reader.varUint() !== AUTH_DENIED) reader.refuse('unknown-value');
  return { type: 'permission-denied', reason: reader.varString(limits.maxText) };
}
