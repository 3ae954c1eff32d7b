import type { Aim, Phase, Session } from '@coherence/board';
import { PHASE_LOOKS } from '../phases/kinds.ts';
import type { PhaseWall, StandingWall, WallFacts } from '../phases/phase-kind.ts';

type WallState = {
  /** The one thing the projector shows. */
  readonly wall: 'hold' | StandingWall | PhaseWall;
  /** Where the facilitator points within it: a cell, a page, a record. */
  readonly target: Aim | null;
};

type WallInput = Omit<WallFacts, 'session'> & {
  readonly session: Pick<Session, 'agenda' | 'show' | 'round' | 'walk' | 'went'>;
  readonly phase: Phase | null;
  /** Something is on the board already. */
  readonly hasFactors: boolean;
};

/** What the wall shows: what the facilitator chose for it, else what belongs to the phase that is on. */
export function wallFor({ session, phase, waiting, hasFactors, hasResult }: WallInput): WallState {
  const { what, target } = session.show;
  switch (what) {
    case 'hold':
    case 'join':
    case 'grid':
    case 'map':
    case 'result':
      return { wall: what, target };
    case 'outline':
      return { wall: 'map', target };
    case 'phase':
      if (phase === null) return { wall: isAwaited(session) && !hasFactors ? 'join' : 'grid', target };
      return { wall: wallOf(phase, { session, waiting, hasResult }), target };
  }
}

/** A session is planned and has not begun: people are on their way. */
const isAwaited = ({ agenda, went }: Pick<Session, 'agenda' | 'went'>): boolean =>
  agenda.length > 0 && went.length === 0;

function wallOf({ kind }: Phase, facts: WallFacts): StandingWall | PhaseWall {
  const { wall } = PHASE_LOOKS[kind];
  if (typeof wall === 'string' || !('when' in wall)) return wall;
  return wall.when(facts) ? wall.first : wall.other;
}

/** The name of a wall, as styles and the console know it. */
export function nameOfWall(wall: WallState['wall']): string {
  return typeof wall === 'string' ? wall : wall.name;
}
