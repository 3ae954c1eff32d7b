import type { Phase, Session } from '@coherence/board';
import type { Material, Thought } from '../material.ts';
import type { Pretend } from '../pretend.ts';

/** One thing to do, under a name by which it is done once. */
export interface Act {
  readonly name: string;
  readonly run: () => void | Promise<void>;
}

/** What one person brings along. */
export interface Mind {
  readonly material: Material;
  /** The same seed, the same decisions. */
  readonly seed: number;
  /** What they write in each phase of writing, all of it; a few thoughts of the material by chance unless told. */
  readonly says?: readonly Thought[];
  /** The strategy they propose, if any. */
  readonly proposal?: string;
}

/** Who acts, and the names of what they have done. */
export interface Actor extends Mind {
  readonly pretend: Pretend;
  readonly done: ReadonlySet<string>;
}

/** Who acts while a phase is on. */
export interface Moment extends Actor {
  readonly session: Session;
  readonly phase: Phase;
}
