import type { Phase, PhaseKind, Session } from '@coherence/board';

/** The one thing the projector shows. */
export const WALLS = [
  'hold',
  'join',
  'prompt',
  'write',
  'waiting',
  'note',
  'grid',
  'map',
  'ballot',
  'result',
  'break',
  'close',
] as const;
export type Wall = (typeof WALLS)[number];

type WallState = {
  readonly wall: Wall;
  /** Where the facilitator points within it: a cell, a page, a record. */
  readonly target: string | null;
};

const WALL_OF: Readonly<Record<PhaseKind, Wall>> = {
  lobby: 'join',
  write: 'write',
  reveal: 'waiting',
  walk: 'note',
  merge: 'note',
  place: 'grid',
  group: 'grid',
  vote: 'ballot',
  rate: 'ballot',
  link: 'map',
  read: 'map',
  options: 'map',
  owners: 'prompt',
  'report-out': 'prompt',
  break: 'break',
  close: 'close',
  'check-in': 'prompt',
};

type Asked = {
  readonly session: Pick<Session, 'agenda' | 'show' | 'round' | 'walk' | 'went'>;
  readonly phase: Phase | null;
  /** Notes that wait for the reveal. */
  readonly waiting: number;
  /** Something is on the board already. */
  readonly hasFactors: boolean;
  /** A round was closed in the phase that is on. */
  readonly hasResult: boolean;
};

/** What the wall shows: what the facilitator chose for it, else what belongs to the phase that is on. */
export function wallFor({ session, phase, waiting, hasFactors, hasResult }: Asked): WallState {
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

function wallOf(phase: Phase, { session, waiting, hasResult }: Omit<Asked, 'phase' | 'hasFactors'>): Wall {
  const wall = WALL_OF[phase.kind];
  if (wall === 'waiting') return waiting > 0 ? 'waiting' : 'grid';
  if (wall === 'note') return session.walk === null ? 'prompt' : 'note';
  if (wall === 'ballot') return session.round === null && hasResult ? 'result' : 'ballot';
  return wall;
}

/** Whether who somebody is may be seen with what they said in this phase: at most as units. */
export function showsUnits(phase: Phase | null): boolean {
  return phase?.identity !== 'anonymous';
}

/** How large words are set, by their length in characters: what is short fills the wall. */
export function sizeOf(words: string): 'huge' | 'large' | 'medium' | 'small' {
  const { length } = words;
  if (length <= 90) return 'huge';
  if (length <= 240) return 'large';
  return length <= 600 ? 'medium' : 'small';
}
