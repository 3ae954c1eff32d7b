import type { SavedState, Transport } from '@coherence/protocol';
import { useLive } from '../live-context.tsx';
import { useValue } from '../use-value.ts';

/** Whether one's work is on the server's disk; exact, see packages/protocol/SPEC.md. */
export function useSaved(): SavedState {
  return useValue(useLive().client.saved);
}

/** Whether the board's content has arrived from the server or, offline, from this device. */
export function useSynced(): boolean {
  return useValue(useLive().client.synced);
}

/** How this page reaches the server. */
export function useTransport(): Transport {
  return useValue(useLive().client.transport);
}
