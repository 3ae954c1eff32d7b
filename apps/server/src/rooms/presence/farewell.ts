import type { CloseReason } from '@coherence/protocol';
import type { Clock } from '../../pace/clock.ts';
import type { Session } from './session.ts';

/** Over how long a stopping server's goodbyes are spread at most. */
export const FAREWELL_MS = 3_000;
const MS_PER_SESSION = 15;
/** Multiples of the golden ratio, without their whole part, lie evenly however many there are. */
const GOLDEN = 0.618_033_988_75;

/**
 * When each of so many sessions is told goodbye, in ms from now: everybody comes back at once otherwise, to a
 * server that has just started. The first waits not at all.
 */
export function farewellDelays(sessions: number): () => number {
  const spread = Math.min(FAREWELL_MS, sessions * MS_PER_SESSION);
  let told = 0;
  return () => ((told++ * GOLDEN) % 1) * spread;
}

/** Resolves when each session has been told. */
export async function sayGoodbye(
  sessions: Iterable<Session>,
  reason: CloseReason,
  { clock, delay }: { readonly clock: Clock; readonly delay: () => number },
): Promise<void> {
  const told = [...sessions].map((session) => {
    const wait = delay();
    if (wait === 0) return session.close(reason);
    return new Promise<void>((resolve) => {
      clock.after(wait, () => {
        session.close(reason);
        resolve();
      });
    });
  });
  await Promise.all(told);
}
