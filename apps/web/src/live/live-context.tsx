import { createContext, useContext, type ReactNode } from 'react';
import type { LiveBoard } from './open-board.ts';
import type { SavedState, Transport } from '@coherence/protocol';
import { useValue } from './use-value.ts';
import type { RejectedItem } from './outbox/rejected.ts';

const LiveContext = createContext<LiveBoard | null>(null);

export function LiveBoardProvider({ board, children }: { board: LiveBoard; children: ReactNode }) {
  return <LiveContext value={board}>{children}</LiveContext>;
}

/** The open board. Only below a `LiveBoardProvider`. */
export function useLive(): LiveBoard {
  const board = useContext(LiveContext);
  if (board === null) throw new Error('useLive needs a LiveBoardProvider above it');
  return board;
}

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

/** This person's words that the board has not taken. */
export function useRejected(): readonly RejectedItem[] {
  return useValue(useLive().rejected);
}
