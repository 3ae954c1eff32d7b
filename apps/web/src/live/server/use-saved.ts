import type { SavedState, Transport } from '@coherence/protocol';
import { useSyncExternalStore } from 'react';
import { useLive } from '../live-context.tsx';

/** Whether one's work is on the server's disk; exact, see packages/protocol/SPEC.md. */
export function useSaved(): SavedState {
  const { saved } = useLive().client;
  return useSyncExternalStore(saved.subscribe, saved.getSnapshot);
}

/** Whether the board's content has arrived from the server or, offline, from this device. */
export function useSynced(): boolean {
  const { synced } = useLive().client;
  return useSyncExternalStore(synced.subscribe, synced.getSnapshot);
}

/** How this page reaches the server. */
export function useTransport(): Transport {
  const { transport } = useLive().client;
  return useSyncExternalStore(transport.subscribe, transport.getSnapshot);
}
