import type { Result } from '../result.ts';
import { FrameReader, type FrameRefusal } from './frame-reader.ts';
import { FRAME_LIMITS, type FrameLimits } from './limits.ts';
import { MESSAGES, type Message } from './messages.ts';
import { OURS_FROM, type MessageDeclaration, type Way } from './messages/message.ts';

/** Both tables erase which message goes with which entry; a type and its number lead to the entry of that message. */
const BY_TYPE: Readonly<Record<Message['type'], Pick<MessageDeclaration<Message, Way>, 'encode'>>> = MESSAGES;
const BY_NUMBER: ReadonlyMap<number, Pick<MessageDeclaration<Message, Way>, 'read'>> = new Map(
  Object.values(MESSAGES).map((declaration) => [declaration.number, declaration]),
);

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
  const message = BY_NUMBER.get(number)?.read(reader, limits) ?? null;
  // Later versions may append fields to our messages, never to those of y-protocols.
  if (message !== null && number < OURS_FROM && reader.hasMore) reader.refuse('trailing-bytes');
  if (message === null || reader.refusal !== null) {
    return { ok: false, error: reader.refusal ?? 'unknown-message' };
  }
  return { ok: true, value: message };
}

/** The frame of any message. `decodeFrame` gives the same message back as long as it is within the limits. */
export function encodeMessage(message: Message): Uint8Array {
  return BY_TYPE[message.type].encode(message);
}
