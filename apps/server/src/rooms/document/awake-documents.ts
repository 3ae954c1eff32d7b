/** A live document, as far as putting it to sleep is concerned. */
export interface Sleeper {
  /** Sleeps if it may, whatever the time; it says itself that it is gone then. */
  sleep(): void;
}

interface Limits {
  /** Stored bytes of the live documents together; alive they take eight times as much. */
  readonly bytes: number;
  /** One used within so many milliseconds stays awake: waking costs more than what is saved. */
  readonly idleMs: number;
}

/**
 * The live documents of a server, the one no person has used for longest first. Where many boards are written on at
 * once, those are put to sleep before their time that have been left alone.
 */
export class AwakeDocuments {
  readonly #limits: Limits;
  readonly #documents = new Map<Sleeper, { bytes: number; usedAt: number }>();
  #bytes = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** `document`, now of so many stored bytes, is in use at `now`. */
  used(document: Sleeper, bytes: number, now: number): void {
    this.gone(document);
    this.#documents.set(document, { bytes, usedAt: now });
    this.#bytes += bytes;
    if (this.#bytes > this.#limits.bytes) this.#makeRoom(now);
  }

  /** It is no longer alive. */
  gone(document: Sleeper): void {
    this.#bytes -= this.#documents.get(document)?.bytes ?? 0;
    this.#documents.delete(document);
  }

  #makeRoom(now: number): void {
    for (const [document, { usedAt }] of this.#documents) {
      if (this.#bytes <= this.#limits.bytes || now - usedAt < this.#limits.idleMs) return;
      document.sleep();
    }
  }
}
