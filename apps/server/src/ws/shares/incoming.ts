import { BATCH_LIMITS } from '@coherence/protocol';
import type { CloseReason } from '@coherence/protocol';
import type { Fate, SieveOwner } from './frame-sieve.ts';
import type { Judgement, MessageGate } from './message-gate.ts';
import type { PersonRate } from './person-rates.ts';
import { CONTROL_BYTES } from './share-limits.ts';
import type { Unfinished } from './unfinished.ts';

/** Whose connection it is, once that is known: what they may send, and the shares they take it from. */
export interface Shares {
  readonly gate: MessageGate;
  readonly rate: PersonRate;
  readonly unfinished: Unfinished;
}

/** The connection as this sees it. */
interface Ear {
  heard(): void;
  close(reason: CloseReason): void;
  /** Reads nothing for so many ms. */
  holdFor(ms: number): void;
  heardControl(): void;
  terminate(): void;
  /** A sync-step-2 or update was counted and thrown away. */
  dropped(whole: boolean, refused: boolean): void;
}

/** Where the messages of one connection are judged, paid for and counted while they come in. */
export class Incoming implements Omit<SieveOwner, 'pass'> {
  readonly #ear: Ear;
  #shares: Shares | null = null;
  #judged: Judgement | null = null;

  constructor(ear: Ear) {
    this.#ear = ear;
  }

  /** Before this everything is thrown away. */
  belongsTo(shares: Shares): void {
    this.#shares = shares;
  }

  get shares(): Shares | null {
    return this.#shares;
  }

  begins(first: Uint8Array, bytes: number | null): Fate {
    this.#judged = this.#shares?.gate.judge(first, bytes) ?? null;
    return this.#judged?.fate ?? 'drop';
  }

  malformed(): void {
    this.#ear.close('malformed');
  }

  grows(bytes: number): boolean {
    if (this.#judged === null || bytes <= this.#judged.most) return true;
    this.#ear.close('too-large');
    return false;
  }

  dropped(bytes: number): void {
    const judged = this.#judged;
    if (judged?.fate !== 'drop') return;
    this.pay(bytes);
    this.#ear.dropped(judged.whole, judged.refused);
  }

  control(): void {
    this.#ear.heard();
    this.#ear.heardControl();
    this.pay(CONTROL_BYTES);
  }

  unfinished(bytes: number): void {
    this.#ear.heard();
    this.#shares?.unfinished.occupies(bytes);
  }

  hungUp(): void {
    this.#ear.terminate();
  }

  /** Pays for one message of so many bytes; a sender who has overdrawn is not read for a while. */
  pay(bytes: number): void {
    const wait = this.#shares?.rate.pay(1, bytes) ?? 0;
    if (wait > 0) this.#ear.holdFor(wait);
  }

  /** The most bytes that may come in one post of the stand-in. */
  get mostInOnePost(): number {
    const most = this.#shares?.gate.mostInOnePost ?? 0;
    return Math.min(most, BATCH_LIMITS.maxBytes);
  }
}
