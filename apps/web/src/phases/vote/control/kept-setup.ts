import type { Phase } from '@coherence/board';
import { settableValue } from '@coherence/protocol/observable-value';
import { useValue } from '../../../live/use-value.ts';
import { setupOf, type VoteSetup } from './vote-setup.ts';

/** What a facilitator has set up and not opened yet, by board and phase; the settings of the phase until they touch it. */
const kept = settableValue<ReadonlyMap<string, VoteSetup>>(new Map());

/** How the next round of this phase will go if it is opened now. */
export function keptSetup(board: string, phase: Phase): VoteSetup {
  return kept.getSnapshot().get(`${board}/${phase.id}`) ?? setupOf(phase);
}

/** The setup of a phase and the way to change it. */
export function useSetup(board: string, phase: Phase): [VoteSetup, (change: Partial<VoteSetup>) => void] {
  const key = `${board}/${phase.id}`;
  const setup = useValue(kept).get(key) ?? setupOf(phase);
  return [setup, (change) => void kept.set(new Map([...kept.getSnapshot(), [key, { ...setup, ...change }]]))];
}
