import { useSyncExternalStore } from 'react';

const PRINT = 'print';
let isPrinting = false;

/** Whether the page is being printed, or shown as it would be: what only paper shows is rendered then. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isPrinting || matchMedia(PRINT).matches);
}

function subscribe(listener: () => void): () => void {
  const media = matchMedia(PRINT);
  const begin = () => hear(true);
  const end = () => hear(false);
  function hear(now: boolean): void {
    isPrinting = now;
    listener();
  }
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  media.addEventListener('change', listener);
  return () => {
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
    media.removeEventListener('change', listener);
  };
}
