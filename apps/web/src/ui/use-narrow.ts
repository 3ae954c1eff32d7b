import { useCallback, useSyncExternalStore } from 'react';

/** The width of a phone, as in the style sheets. */
const NARROW = '(max-width: 560px)';
/** A phone however it is held, and a laptop at 200 %. */
const SMALL = '(max-width: 560px), (max-height: 520px)';

/** Whether the screen is as narrow as a phone, now and when it turns. */
export function useNarrow(): boolean {
  return useMedia(NARROW);
}

/** Whether the screen is too narrow or too low to work on a drawing, now and when it turns. */
export function useSmall(): boolean {
  return useMedia(SMALL);
}

function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
