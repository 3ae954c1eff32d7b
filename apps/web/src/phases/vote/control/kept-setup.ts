import type { Phase } from '@coherence/board';
import { useSyncExternalStore } from 'react';
import { setupOf, type VoteSetup } from './vote-setup.ts';

/** What a facilitator has set up and not opened yet, by board and phase; the settings of the phase until they touch it. */
const kept = new Map<string, VoteSetup>();
const listeners = new Set<() => void>();

/** How the next round of this phase will go if it is opened now. */
export function keptSetup(board: string, phase: Phase): VoteSetup {
  return kept.get(`${board}/${phase.id}`) ?? setupOf(phase);
}

function keepSetup(board: string, phase: Phase, setup: VoteSetup): void {
  kept.set(`${board}/${phase.id}`, setup);
  for (const listener of listeners) listener();
}

/** The setup of a phase and the way to change it. */
export function useSetup(board: string, phase: Phase): [VoteSetup, (change: Partial<VoteSetup>) => void] {
  const touched = useSyncExternalStore(subscribe, () => kept.get(`${board}/${phase.id}`) ?? null);
  const setup = touched ?? setupOf(phase);
  return [setup, (change) => keepSetup(board, phase, { ...setup, ...change })];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
