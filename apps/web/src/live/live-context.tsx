import { createContext, useContext, type ReactNode } from 'react';
import type { LiveBoard } from './open-board.ts';

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
