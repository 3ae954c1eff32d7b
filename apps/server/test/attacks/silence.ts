import { expect } from 'vitest';

/** Silence that nobody would call an outage, also on a machine with other work. */
export const SILENCE_MAX_MS = 4_000;

/** Asks the server whether it lives, over and over; `end` answers the longest wait in ms. */
export function watchSilence({ base }: { readonly base: string }) {
  let [longest, failed] = [0, 0];
  const ended = new AbortController();
  const watching = (async () => {
    while (!ended.signal.aborted) {
      const from = performance.now();
      // A kept connection that the server has just let go is no silence: the next one is asked.
      const answer = await fetch(`${base}/health/live`).catch(() => null);
      if (answer === null) failed += 1;
      longest = Math.max(longest, performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  return {
    async end(): Promise<number> {
      ended.abort();
      await watching;
      expect(failed).toBeLessThan(5);
      return longest;
    },
  };
}
