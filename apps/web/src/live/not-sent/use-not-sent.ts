import { useLive } from '../live-context.tsx';
import { useValue } from '../use-value.ts';
import type { NotSentItem } from './not-sent.ts';

/** This person's words that the board has not taken. */
export function useNotSent(): readonly NotSentItem[] {
  return useValue(useLive().tray);
}
