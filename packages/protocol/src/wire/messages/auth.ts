import * as encoding from 'lib0/encoding';
import type { FrameReader } from '../frame-reader.ts';
import type { FrameLimits } from '../limits.ts';
import type { MessageDeclaration } from './message.ts';

/** The second varUint of an auth frame; y-protocols defines one. */
const DENIED = 0;

/** Tells a stock client that an edit was dropped; it logs the reason and stays connected. */
export type PermissionDenied = { type: 'permission-denied'; reason: string };

export function encodePermissionDenied(reason: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, PERMISSION_DENIED.number);
  encoding.writeVarUint(encoder, DENIED);
  encoding.writeVarString(encoder, reason);
  return encoding.toUint8Array(encoder);
}

function readAuth(reader: FrameReader, limits: FrameLimits): PermissionDenied {
  if (reader.varUint() !== DENIED) reader.refuse('unknown-value');
  return { type: 'permission-denied', reason: reader.varString(limits.maxText) };
}

export const PERMISSION_DENIED: MessageDeclaration<PermissionDenied, 'down'> = {
  number: 2,
  goes: 'down',
  encode: ({ reason }) => encodePermissionDenied(reason),
  read: readAuth,
  samples: [{ type: 'permission-denied', reason: 'a' }],
};
