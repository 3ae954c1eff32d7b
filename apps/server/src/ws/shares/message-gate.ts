import { may, type Role } from '@coherence/protocol';
import { kindOf } from './message-kind.ts';
import type { MessageKind } from './message-kind.ts';
import { MESSAGE_BYTES, READERS_DELETIONS, READERS_POST } from './share-limits.ts';

/** What becomes of a message, told from its first bytes. `most`: how many bytes it may have in all. */
export type Judgement =
  | { readonly fate: 'take'; readonly most: number }
  /** A sync-step-2 or update from a role that may not write: answered, and thrown away as it comes in. */
  | { readonly fate: 'drop'; readonly most: number; readonly whole: boolean; readonly refused: boolean };

/** How many whole documents may be on their way: the first of a connection, and one the server asked for meanwhile. */
const MAX_EXPECTED = 2;

/**
 * What one connection may send, by the role its person has at that moment. A whole document (sync-step-2 of up to
 * 8 MiB) may come once by itself and once for each time the server asked; any other may be as large as an update.
 */
export class MessageGate {
  readonly #role: () => Role;
  #expected = 1;
  #saidHello = false;

  constructor(role: () => Role) {
    this.#role = role;
  }

  /** The server has sent a sync-step-1. */
  asked(): void {
    this.#expected = Math.min(MAX_EXPECTED, this.#expected + 1);
  }

  /**
   * Judges a message by its first bytes, and counts it: to be called once for each. `bytes`: its length, null when it
   * comes in fragments and no person knows.
   */
  judge(first: Uint8Array, bytes: number | null): Judgement {
    const kind = kindOf(first);
    if (kind.type === 'hello') this.#saidHello = true;
    if (kind.type === 'sync-step-2' || kind.type === 'update') return this.#judgeWriting(kind, bytes);
    return { fate: 'take', most: this.#most(kind) };
  }

  /** In bytes; a post is read before it is known what it brings. */
  get mostInOnePost(): number {
    return this.#mayWrite ? Infinity : READERS_POST;
  }

  get #mayWrite(): boolean {
    return may(this.#role(), 'write');
  }

  #judgeWriting(kind: Extract<MessageKind, { brings: boolean }>, bytes: number | null): Judgement {
    const whole = kind.type === 'sync-step-2';
    const mayWrite = this.#mayWrite;
    const isSmall = bytes !== null && bytes <= READERS_DELETIONS;
    // A client that joins sends back the deletions it was just sent: judged while that costs nothing.
    if (!mayWrite && !kind.brings && isSmall) return { fate: 'take', most: READERS_DELETIONS };
    if (!mayWrite) return { fate: 'drop', most: MESSAGE_BYTES.wholeDocument, whole, refused: kind.brings };
    const isExpected = whole && this.#expected > 0;
    if (isExpected) this.#expected -= 1;
    return { fate: 'take', most: isExpected ? MESSAGE_BYTES.wholeDocument : MESSAGE_BYTES.update };
  }

  #most({ type }: MessageKind): number {
    if (type === 'sync-step-1') return MESSAGE_BYTES.stateVector;
    if (type !== 'awareness') return MESSAGE_BYTES.other;
    return this.#saidHello ? MESSAGE_BYTES.ownPresence : MESSAGE_BYTES.echoedPresence;
  }
}
