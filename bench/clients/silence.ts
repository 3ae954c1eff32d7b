const EVERY_MS = 4;
const ANSWER_LIMIT_MS = 120_000;

/**
 * Asks a server every few ms whether it is alive, one question at a time. The longest wait for an answer is how long it
 * did nothing else. `end` answers that, in ms.
 */
export function watchSilence(port: number, host: string): { end(): Promise<number> } {
  const state = { isOver: false, longest: 0 };
  const ask = async (): Promise<void> => {
    while (!state.isOver) {
      const askedAt = performance.now();
      const response = await fetch(`http://${host}:${port}/health/live`, {
        signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
      });
      await response.arrayBuffer();
      state.longest = Math.max(state.longest, performance.now() - askedAt);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  };
  const asking = ask();
  return {
    async end() {
      state.isOver = true;
      await asking;
      return state.longest;
    },
  };
}
