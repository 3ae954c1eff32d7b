import type { Clock } from '../../time/clock.ts';
import { RENEW_PRIVATE_MS } from '../../rooms/limits/room-limits.ts';
import type { DocKey } from '../../storage/storage.ts';
import type { Log } from '../../telemetry/log.ts';
import { erasePast } from './renew.ts';
import type { HiddenWorkParts } from './private-docs.ts';

/** Past so many people their last times are looked through for those that count no more. */
const REMEMBERED = 1_000;

interface NearlyFullParts extends HiddenWorkParts {
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly inTurn: (board: string, work: () => Promise<void>) => Promise<void>;
}

/**
 * Makes room in private documents that are nearly full (FULL5): each begins anew with what waits in it and without what
 * was shown or overwritten, at most once in `RENEW_PRIVATE_MS`. Where that is all live words, nothing more can be done here.
 */
export class NearlyFull {
  readonly #parts: NearlyFullParts;
  readonly #last = new Map<string, number>();

  constructor(parts: NearlyFullParts) {
    this.#parts = parts;
  }

  async makeRoom(key: DocKey): Promise<void> {
    const { clock, inTurn, log } = this.#parts;
    const [name, now] = [`${key.board}/${key.owner}`, clock.now()];
    if (now - (this.#last.get(name) ?? -Infinity) < RENEW_PRIVATE_MS) return;
    if (this.#last.size > REMEMBERED)
      for (const [one, at] of this.#last) if (now - at >= RENEW_PRIVATE_MS) this.#last.delete(one);
    this.#last.set(name, now);
    try {
      await inTurn(key.board, () => erasePast(this.#parts, key));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.warn('private-not-renewed', { board: key.board, reason });
    }
  }
}
