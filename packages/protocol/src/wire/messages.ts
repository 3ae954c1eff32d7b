import { PERMISSION_DENIED } from './messages/auth.ts';
import { AWARENESS, QUERY_AWARENESS } from './messages/awareness.ts';
import type { MessageDeclaration } from './messages/message.ts';
import { ACK, NACK, STATUS } from './messages/saving.ts';
import { HELLO } from './messages/hello.ts';
import { ROLE } from './messages/role.ts';
import { SYNC } from './messages/sync.ts';

/**
 * The version of our messages and of what they may say; one line a version, with the hash of its wire, never edited.
 * - 1: hello, role, status, ack, nack.
 * - 2: the close code too-many-tabs.
 * - 3: doc-full is held; the codes newer and share. To earlier versions these are said as rate.
 * - 4: the root `answers` of private documents. The frames are those of 3.
 */
export const WIRE_OF_VERSION: Readonly<Record<number, string>> = {
  1: 'b14795ce1dc64b77',
  2: 'fbff4c6bbdade987',
  3: '4616097f3c0f5238',
  4: '4616097f3c0f5238',
};
export const PROTOCOL_VERSION = 4;

/** The oldest version a server still speaks; an older client is closed as malformed and reloads. */
export const OLDEST_PROTOCOL_VERSION = 1;

/** Every message by its type. Both ends take what this table says: a receiver that forgets one does not compile. */
export const MESSAGES = {
  'sync-step-1': SYNC,
  'sync-step-2': SYNC,
  update: SYNC,
  awareness: AWARENESS,
  'query-awareness': QUERY_AWARENESS,
  'permission-denied': PERMISSION_DENIED,
  ack: ACK,
  nack: NACK,
  status: STATUS,
  role: ROLE,
  hello: HELLO,
};

type Declared = (typeof MESSAGES)[keyof typeof MESSAGES];
type MessageOf<D> = D extends MessageDeclaration<infer M, infer _W> ? M : never;

/** Everything that can travel in one frame, in either direction. */
export type Message = MessageOf<Declared>;
/** What a client says to its server. */
export type Up = MessageOf<Extract<Declared, { goes: 'up' | 'both' }>>;
/** What a server says to its clients. */
export type Down = MessageOf<Extract<Declared, { goes: 'down' | 'both' }>>;

/** Whether a client has reason to send it. */
export function goesUp(message: Message): message is Up {
  return MESSAGES[message.type].goes !== 'down';
}

/** Whether a server has reason to send it. */
export function goesDown(message: Message): message is Down {
  return MESSAGES[message.type].goes !== 'up';
}
