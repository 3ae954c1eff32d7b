import type { CloseReason } from '@coherence/protocol';
import type { Clock } from '../../time/clock.ts';
import type { Seat } from './seat.ts';

/** Over how long a stopping server's goodbyes are spread at most. */
export const FAREWELL_MS = 3_000;
const MS_PER_SESSION = 15;
/** Multiples of the golden ratio, without their whole part, lie evenly however many there are. */
const GOLDEN = 0.618_033_988_75;

/**
 * When each of so many seats is told goodbye, in ms from now: all clients come back at once otherwise, to a
 * server that has just started. The first goodbye is sent at once.
 */
export function farewellDelays(seats: number): () => number {
  const spread = Math.min(FAREWELL_MS, seats * MS_PER_SESSION);
  let told = 0;
  return () => ((told++ * GOLDEN) % 1) * spread;
}

/** Resolves when each seat has been told. */
export async function sayGoodbye(
  seats: Iterable<Seat>,
  reason: CloseReason,
  { clock, delay }: { readonly clock: Clock; readonly delay: () => number },
): Promise<void> {
  const told = [...seats].map((seat) => {
    const wait = delay();
    if (wait === 0) return seat.close(reason);
    return new Promise<void>((resolve) => {
      clock.after(wait, () => {
        seat.close(reason);
        resolve();
      });
    });
  });
  await Promise.all(told);
}
