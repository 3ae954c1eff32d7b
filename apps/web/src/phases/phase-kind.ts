import type { Phase, Session } from '@coherence/board';
import type { PlainKey } from '@coherence/words';
import type { ComponentType } from 'react';
import type { LazyPart } from '../frame/lazy.ts';

/** What every part made for a phase is given: its screen, its wall, its control in the console. */
export type PhaseProps = { readonly phase: Phase };
type PhasePart = ComponentType<PhaseProps>;

/** A wall that is made for phases. The console reads its name, and so do styles. */
export type PhaseWall = {
  readonly name: string;
  readonly View: LazyPart<PhaseProps>;
  /** What stands lower left: how far the room is. */
  readonly Foot?: LazyPart<unknown>;
  /** The wall shows the clock itself. */
  readonly ownClock?: true;
};

/** Walls that are not about one phase, and that a phase may stand at. */
export type StandingWall = 'join' | 'grid' | 'map' | 'result';

type WallOfPhase = PhaseWall | StandingWall;

/** A phase with two walls: the first as long as `when` says so, the other otherwise. */
type WallChoice = {
  readonly when: (now: WallFacts) => boolean;
  readonly first: WallOfPhase;
  readonly other: WallOfPhase;
};

/** What decides between the walls of a phase. */
export type WallFacts = {
  readonly session: Pick<Session, 'round' | 'walk'>;
  /** Notes that wait for the reveal. */
  readonly waiting: number;
  /** A round was closed in the phase that is on. */
  readonly hasResult: boolean;
};

/** What the client knows of one kind of phase; what the board knows of it is `PHASES` of packages/board. */
export type PhaseLook = {
  readonly name: PlainKey;
  /** The screen made for the phase; null where people work in a view. */
  readonly screen: PhasePart | null;
  readonly wall: WallOfPhase | WallChoice;
  /** What a facilitator steers in the phase, beside what is the same in all phases. */
  readonly control: PhasePart | null;
};
