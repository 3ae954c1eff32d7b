import { useEffect, useReducer, useSyncExternalStore } from 'react';
import { boardInfo } from '../../live/server/api.ts';
import { useLive } from '../../live/live-context.tsx';
import { serverClock } from '../../live/server/server-clock.ts';

/** A timer that was held back for long, as by sleep, is waited for in pieces. */
const LONGEST_WAIT_MS = 30_000;

/**
 * The server's time, milliseconds since 1970. `changesIn` says for a time how long what is shown for it stays; the
 * component renders again then. Asks the server where its time is not known.
 */
export function useServerTime(changesIn: (now: number) => number): number {
  const { id, me } = useLive();
  const [ticks, tick] = useReducer((count: number) => count + 1, 0);
  useSyncExternalStore(serverClock.subscribe, () => serverClock.isUnsure());
  const now = serverClock.now();

  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === 'visible' && serverClock.isUnsure()) void boardInfo(id, me.token);
      tick();
    };
    ask();
    document.addEventListener('visibilitychange', ask);
    window.addEventListener('online', ask);
    return () => {
      document.removeEventListener('visibilitychange', ask);
      window.removeEventListener('online', ask);
    };
  }, [id, me.token]);

  const wait = Math.min(changesIn(now), LONGEST_WAIT_MS);
  useEffect(() => {
    const timer = setTimeout(tick, wait);
    return () => clearTimeout(timer);
  }, [wait, ticks]);

  return now;
}
