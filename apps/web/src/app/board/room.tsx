import type { Phase } from '@coherence/board';
import { Suspense, type ComponentType } from 'react';
import { lazy } from '../../frame/lazy.ts';
import { t } from '../../i18n/translate.ts';
import type { RoomScreen } from '../../session/room/phase-place.ts';
import type { RoomScreenProps } from '../../session/room/room-screen.ts';
import { useFromTop } from '../../session/room/use-from-top.ts';

const SCREEN_OF: Readonly<Record<RoomScreen, ComponentType<RoomScreenProps>>> = {
  lobby: lazy(async () => ({ default: (await import('../../session/write/lobby-screen.tsx')).LobbyScreen })),
  write: lazy(async () => ({ default: (await import('../../session/write/write-screen.tsx')).WriteScreen })),
  reveal: lazy(async () => ({
    default: (await import('../../session/reveal/reveal-screen.tsx')).RevealScreen,
  })),
  walk: lazy(async () => ({ default: (await import('../../session/walk/walk-screen.tsx')).WalkScreen })),
  place: lazy(async () => ({ default: (await import('../../session/place/place-screen.tsx')).PlaceScreen })),
  ballot: lazy(async () => ({
    default: (await import('../../session/vote/ballot-screen.tsx')).BallotScreen,
  })),
  quiet: lazy(async () => ({ default: (await import('../../session/room/quiet-screen.tsx')).QuietScreen })),
};

/** The screen of the phase that is on, for everybody but the projector. */
export function Room({ screen, phase }: { screen: RoomScreen; phase: Phase }) {
  const Screen = SCREEN_OF[screen];
  useFromTop(phase.id);
  return (
    <Suspense fallback={<p className="shell-wait">{t('shell.loading')}</p>}>
      <Screen key={phase.id} phase={phase} />
    </Suspense>
  );
}
