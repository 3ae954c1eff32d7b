import type { PhaseKind } from '@coherence/board';
import { lazyPart } from '../frame/lazy.ts';
import type { PhaseLook, PhaseWall } from './phase-kind.ts';
import { quiet } from './quiet/quiet.tsx';

const LobbyScreen = lazyPart(() => import('./lobby/lobby-screen.tsx'), 'LobbyScreen', ['write']);
const WriteScreen = lazyPart(() => import('./write/write-screen.tsx'), 'WriteScreen', ['write']);
const RevealScreen = lazyPart(() => import('./reveal/reveal-screen.tsx'), 'RevealScreen', [
  'progress',
  'walk',
]);
const WalkScreen = lazyPart(() => import('./walk/walk-screen.tsx'), 'WalkScreen', ['walk']);
const PlaceScreen = lazyPart(() => import('./place/place-screen.tsx'), 'PlaceScreen', ['place']);
const BallotScreen = lazyPart(() => import('./vote/ballot-screen.tsx'), 'BallotScreen', ['progress', 'vote']);

const WalkControl = lazyPart(() => import('./walk/walk-control.tsx'), 'WalkControl', ['walk']);
const DealControl = lazyPart(() => import('./place/deal-control.tsx'), 'DealControl', ['place']);
const VoteControl = lazyPart(() => import('./vote/vote-control.tsx'), 'VoteControl', ['progress', 'vote']);

const write: PhaseWall = {
  name: 'write',
  View: lazyPart(() => import('./write/wall.tsx'), 'WriteWall', ['progress', 'projector']),
  Foot: lazyPart(() => import('./write/wall.tsx'), 'WriteProgress', ['progress', 'projector']),
};
const waiting: PhaseWall = {
  name: 'waiting',
  View: lazyPart(() => import('./reveal/wall.tsx'), 'WaitingWall', ['projector']),
};
const note: PhaseWall = {
  name: 'note',
  View: lazyPart(() => import('./walk/wall.tsx'), 'NoteWall', ['projector', 'walk']),
  Foot: lazyPart(() => import('./walk/wall.tsx'), 'NotePlace', ['projector', 'walk']),
};
const ballot: PhaseWall = {
  name: 'ballot',
  View: lazyPart(() => import('./vote/wall.tsx'), 'BallotWall', ['progress', 'projector']),
  Foot: lazyPart(() => import('./vote/wall.tsx'), 'VoteProgress', ['progress', 'projector']),
};
const prompt: PhaseWall = {
  name: 'prompt',
  View: lazyPart(() => import('./quiet/walls.tsx'), 'PromptWall', ['projector']),
};
const pause: PhaseWall = {
  name: 'break',
  View: lazyPart(() => import('./quiet/break-wall.tsx'), 'BreakWall', ['console', 'projector']),
  ownClock: true,
};
const close: PhaseWall = {
  name: 'close',
  View: lazyPart(() => import('./quiet/walls.tsx'), 'CloseWall', ['projector']),
};

const revealed: PhaseLook['wall'] = { when: (now) => now.waiting > 0, first: waiting, other: 'grid' };
const walked: PhaseLook['wall'] = {
  when: ({ session }) => session.walk !== null,
  first: note,
  other: prompt,
};
const voted: PhaseLook['wall'] = {
  when: ({ session, hasResult }) => session.round === null && hasResult,
  first: 'result',
  other: ballot,
};

/**
 * What the client has for each kind of phase. The parts of one kind stand in its folder beside this file; each comes
 * over the network when it is first shown.
 */
export const PHASE_LOOKS: Readonly<Record<PhaseKind, PhaseLook>> = {
  lobby: { name: 'phase.lobby', screen: LobbyScreen, wall: 'join', control: null },
  write: { name: 'phase.write', screen: WriteScreen, wall: write, control: DealControl },
  reveal: { name: 'phase.reveal', screen: RevealScreen, wall: revealed, control: WalkControl },
  walk: { name: 'phase.walk', screen: WalkScreen, wall: walked, control: WalkControl },
  merge: { name: 'phase.merge', screen: WalkScreen, wall: walked, control: WalkControl },
  place: { name: 'phase.place', screen: PlaceScreen, wall: 'grid', control: DealControl },
  group: { name: 'phase.group', screen: null, wall: 'grid', control: DealControl },
  vote: { name: 'phase.vote', screen: BallotScreen, wall: voted, control: VoteControl },
  rate: { name: 'phase.rate', screen: BallotScreen, wall: voted, control: VoteControl },
  link: { name: 'phase.link', screen: null, wall: 'map', control: DealControl },
  read: { name: 'phase.read', screen: null, wall: 'map', control: null },
  options: { name: 'phase.options', screen: null, wall: 'map', control: DealControl },
  owners: { name: 'phase.owners', screen: quiet('room.quietOwners'), wall: prompt, control: null },
  'report-out': { name: 'phase.reportOut', screen: quiet('room.quietReport'), wall: prompt, control: null },
  break: { name: 'phase.break', screen: quiet('room.quietBreak'), wall: pause, control: null },
  close: { name: 'phase.close', screen: quiet('room.quietClose'), wall: close, control: null },
  'check-in': { name: 'phase.checkIn', screen: quiet('room.quietCheckIn'), wall: prompt, control: null },
};

/** All walls of phases, so that a projector fetches them while the network is there. */
export function phaseWalls(): readonly PhaseWall[] {
  const walls = Object.values(PHASE_LOOKS).flatMap(({ wall }) =>
    typeof wall === 'object' && 'when' in wall ? [wall.first, wall.other] : [wall],
  );
  return [...new Set(walls)].filter((wall) => typeof wall === 'object');
}
