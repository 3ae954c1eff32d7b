import * as encoding from 'lib0/encoding';
import type { FrameReader } from '../frame-reader.ts';
import type { FrameLimits } from '../limits.ts';
import type { MessageDeclaration } from './message.ts';

/** The role the server gives this connection, sent after hello and whenever it changes. */
export type RoleMessage = { type: 'role'; role: string };

export function encodeRole(role: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, ROLE.number);
  encoding.writeVarString(encoder, role);
  return encoding.toUint8Array(encoder);
}

function readRole(reader: FrameReader, limits: FrameLimits): RoleMessage {
  return { type: 'role', role: reader.varString(limits.maxText) };
}

export const ROLE: MessageDeclaration<RoleMessage, 'down'> = {
  number: 103,
  goes: 'down',
  encode: ({ role }) => encodeRole(role),
  read: readRole,
  samples: [{ type: 'role', role: 'observer' }],
};
