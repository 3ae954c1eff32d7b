import { useSyncExternalStore } from 'react';
import { useLive } from '../live-context.tsx';
import type { NotSentItem } from './not-sent.ts';

/** This person's words that the board has not taken. */
export function useNotSent(): readonly NotSentItem[] {
  const { tray } = useLive();
  return useSyncExternalStore(tray.subscribe, tray.getSnapshot);
}
