import { MESSAGES } from '@coherence/protocol';

const CONTINUES = 0x80;
const MAX_LENGTH_BYTES = 5;
/** Second byte of a sync message, as packages/protocol/SPEC.md has it. */
const KIND_OF_STEP = ['sync-step-1', 'sync-step-2', 'update'] as const;

/** What a message is, as far as its first bytes tell. */
export type MessageKind =
  | { readonly type: 'sync-step-1' | 'awareness' | 'query-awareness' | 'hello' | 'other' }
  /** `brings`: it holds more than deletions. */
  | { readonly type: 'sync-step-2' | 'update'; readonly brings: boolean };

const OTHER: MessageKind = { type: 'other' };

/**
 * Reads the first bytes of a message. Numbers written longer than they need be, which no client does, are `other`, as
 * is everything that a client has no reason to send.
 */
export function kindOf(first: Uint8Array): MessageKind {
  switch (first[0]) {
    case MESSAGES.update.number:
      return syncKind(first);
    case MESSAGES.awareness.number:
      return { type: 'awareness' };
    case MESSAGES['query-awareness'].number:
      return { type: 'query-awareness' };
    case MESSAGES.hello.number:
      return { type: 'hello' };
    default:
      return OTHER;
  }
}

function syncKind(first: Uint8Array): MessageKind {
  const type = KIND_OF_STEP[first[1] ?? -1];
  if (type === undefined) return OTHER;
  if (type === 'sync-step-1') return { type };
  let at = 2;
  while ((first[at] ?? 0) >= CONTINUES) at += 1;
  if (at >= 2 + MAX_LENGTH_BYTES) return OTHER;
  // A Yjs update begins with the number of clients whose items it holds.
  return { type, brings: first[at + 1] !== 0 };
}
