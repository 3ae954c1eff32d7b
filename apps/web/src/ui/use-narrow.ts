import { useSyncExternalStore } from 'react';

/** The width of a phone, as in the style sheets. */
const NARROW = '(max-width: 560px)';

/** Whether the screen is as narrow as a phone, now and when it turns. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
