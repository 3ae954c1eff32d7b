import type { PhaseKind } from '@coherence/board';
import { lazy } from '../frame/lazy.ts';
import type { PhaseLook, PhaseWall } from './phase-kind.ts';
import { quiet } from './quiet/quiet.tsx';

const LobbyScreen = lazy(async () => ({ default: (await import('./lobby/lobby-screen.tsx')).LobbyScreen }));
const WriteScreen = lazy(async () => ({ default: (await import('./write/write-screen.tsx')).WriteScreen }));
const RevealScreen = lazy(async () => ({
  default: (await import('./reveal/reveal-screen.tsx')).RevealScreen,
}));
const WalkScreen = lazy(async () => ({ default: (await import('./walk/walk-screen.tsx')).WalkScreen }));
const PlaceScreen = lazy(async () => ({ default: (await import('./place/place-screen.tsx')).PlaceScreen }));
const BallotScreen = lazy(async () => ({ default: (await import('./vote/ballot-screen.tsx')).BallotScreen }));

const WalkControl = lazy(async () => ({ default: (await import('./walk/walk-control.tsx')).WalkControl }));
const DealControl = lazy(async () => ({ default: (await import('./place/deal-control.tsx')).DealControl }));
const VoteControl = lazy(async () => ({ default: (await import('./vote/vote-control.tsx')).VoteControl }));

const write: PhaseWall = {
  name: 'write',
  View: lazy(async () => ({ default: (await import('./write/wall.tsx')).WriteWall })),
  Foot: lazy(async () => ({ default: (await import('./write/wall.tsx')).WriteProgress })),
};
const waiting: PhaseWall = {
  name: 'waiting',
  View: lazy(async () => ({ default: (await import('./reveal/wall.tsx')).WaitingWall })),
};
const note: PhaseWall = {
  name: 'note',
  View: lazy(async () => ({ default: (await import('./walk/wall.tsx')).NoteWall })),
  Foot: lazy(async () => ({ default: (await import('./walk/wall.tsx')).NotePlace })),
};
const ballot: PhaseWall = {
  name: 'ballot',
  View: lazy(async () => ({ default: (await import('./vote/wall.tsx')).BallotWall })),
  Foot: lazy(async () => ({ default: (await import('./vote/wall.tsx')).VoteProgress })),
};
const prompt: PhaseWall = {
  name: 'prompt',
  View: lazy(async () => ({ default: (await import('./quiet/prompt-wall.tsx')).PromptWall })),
};
const pause: PhaseWall = {
  name: 'break',
  View: lazy(async () => ({ default: (await import('./quiet/break-wall.tsx')).BreakWall })),
  ownClock: true,
};
const close: PhaseWall = {
  name: 'close',
  View: lazy(async () => ({ default: (await import('./quiet/close-wall.tsx')).CloseWall })),
};

const walked = ({ session }: { session: { walk: unknown } }): PhaseWall =>
  session.walk === null ? prompt : note;
const voted: PhaseLook['wall'] = ({ session, hasResult }) =>
  session.round === null && hasResult ? 'result' : ballot;

/**
 * What the client has for each kind of phase. The parts of one kind stand in its folder beside this file; each comes
 * over the network when it is first shown.
 */
export const PHASE_LOOKS: Readonly<Record<PhaseKind, PhaseLook>> = {
  lobby: { name: 'agenda.lobby', screen: LobbyScreen, wall: 'join', control: null },
  write: { name: 'agenda.write', screen: WriteScreen, wall: write, control: DealControl },
  reveal: {
    name: 'agenda.reveal',
    screen: RevealScreen,
    wall: (now) => (now.waiting > 0 ? waiting : 'grid'),
    control: WalkControl,
  },
  walk: { name: 'agenda.walk', screen: WalkScreen, wall: walked, control: WalkControl },
  merge: { name: 'agenda.merge', screen: WalkScreen, wall: walked, control: WalkControl },
  place: { name: 'agenda.place', screen: PlaceScreen, wall: 'grid', control: DealControl },
  group: { name: 'agenda.group', screen: null, wall: 'grid', control: DealControl },
  vote: { name: 'agenda.vote', screen: BallotScreen, wall: voted, control: VoteControl },
  rate: { name: 'agenda.rate', screen: BallotScreen, wall: voted, control: VoteControl },
  link: { name: 'agenda.link', screen: null, wall: 'map', control: DealControl },
  read: { name: 'agenda.read', screen: null, wall: 'map', control: null },
  options: { name: 'agenda.options', screen: null, wall: 'map', control: DealControl },
  owners: { name: 'agenda.owners', screen: quiet('room.quietOwners'), wall: prompt, control: null },
  'report-out': { name: 'agenda.reportOut', screen: quiet('room.quietReport'), wall: prompt, control: null },
  break: { name: 'agenda.break', screen: quiet('room.quietBreak'), wall: pause, control: null },
  close: { name: 'agenda.close', screen: quiet('room.quietClose'), wall: close, control: null },
  'check-in': { name: 'agenda.checkIn', screen: quiet('room.quietCheckIn'), wall: prompt, control: null },
};
