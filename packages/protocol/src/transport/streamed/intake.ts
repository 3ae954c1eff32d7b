import type { Result } from '../../result.ts';
import type { Batch } from './batch.ts';

/** The receiving end of a session: takes every frame once and in order, however often a batch arrives. */
export class Intake {
  #taken = 0;

  /** How many frames it has taken in all. */
  get taken(): number {
    return this.#taken;
  }

  /** The frames of `batch` that are new. A gap cannot come from an honest client, which drops only what was taken. */
  accept({ first, frames }: Batch): Result<readonly Uint8Array[], 'gap'> {
    if (first > this.#taken + 1) return { ok: false, error: 'gap' };
    const fresh = frames.slice(this.#taken + 1 - first);
    this.#taken += fresh.length;
    return { ok: true, value: fresh };
  }
}
