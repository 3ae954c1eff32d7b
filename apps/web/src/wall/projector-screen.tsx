import type { BoardSnapshot } from '@coherence/board';
import { t } from '@coherence/words';
import { Suspense, useCallback, useEffect, useState, type ReactNode } from 'react';
import { lazyPart } from '../frame/lazy.ts';
import { useTitle } from '../frame/page.tsx';
import { useLive } from '../live/live-context.tsx';
import { setPresence } from '../live/people/presence.ts';
import { useMeta, useProjection } from '../live/document/use-projection.ts';
import { useSession, usePhase } from '../live/document/use-session.ts';
import { GridWall } from './grid/grid-wall.tsx';
import { JoinWall } from './join-wall.tsx';
import { WallFrame } from './wall-frame.tsx';
import { sumOf } from '../together/counts/attending.ts';
import { phaseWalls } from '../phases/kinds.ts';
import { showsUnits } from '../phases/what-is-shown.ts';
import { nameOfWall, wallFor } from './wall-state.ts';
import { readInvitation, type Invitation } from '../invite/use-invitation.ts';
import './wall.css';
import './wall-parts.css';

const MapWall = lazyPart(() => import('./map/map-wall.tsx'), 'MapWall', ['map', 'outline', 'projector']);

const VoteResult = lazyPart(() => import('../phases/vote/vote-result.tsx'), 'VoteResult', ['vote']);

const hasFactors = (snapshot: BoardSnapshot): boolean => snapshot.factors.length > 0;
const lastClosedAt = (snapshot: BoardSnapshot): number =>
  Math.max(0, ...snapshot.voteRounds.map(({ closedAt }) => Date.parse(closedAt ?? '') || 0));

/** The wall changes with each phase: what it will need comes while the network is there. */
function fetchPhaseWalls(): void {
  for (const { View, Foot } of phaseWalls()) {
    // What does not come now is asked for again when it is shown.
    for (const part of [View, Foot]) part?.preload().catch(() => undefined);
  }
}

/** What the projector shows: one thing, large, and no console. */
export function ProjectorScreen() {
  const board = useLive();
  const session = useSession();
  const phase = usePhase();
  const door = useDoor();
  const closedAt = useProjection(lastClosedAt);
  const [counted, setCounted] = useState<{ name: string; pages: number } | null>(null);
  const { wall, target } = wallFor({
    session,
    phase,
    waiting: sumOf(session.writing.drafts),
    hasFactors: useProjection(hasFactors),
    hasResult: session.phase !== null && closedAt >= session.phase.startedAt,
  });
  const name = nameOfWall(wall);
  // Another wall has pages of its own.
  const pages = counted?.name === name ? counted.pages : 1;
  const page = Math.min(target?.page ?? 1, pages);
  const record = target?.record ?? null;
  const withUnits = showsUnits(phase);
  const onPages = useCallback((count: number) => setCounted({ name, pages: count }), [name]);

  useEffect(fetchPhaseWalls, []);
  useTitle(useMeta().title);
  // The console offers the pages that there are.
  useEffect(() => setPresence(board, { view: name, at: { page, pages } }), [board, name, page, pages]);

  const partWords = pages > 1 ? t('projector.part', { page, pages }) : '';
  const pageWords = pages > 1 ? t('projector.page', { page, pages }) : '';

  const framed = (children: ReactNode, foot: ReactNode = pageWords): ReactNode => (
    <WallFrame door={door} foot={foot}>
      {children}
    </WallFrame>
  );
  const shown = (): ReactNode => {
    switch (wall) {
      case 'hold':
        return <HoldWall />;
      case 'join':
        return (
          <WallFrame door={null}>
            <JoinWall door={door} />
          </WallFrame>
        );
      case 'grid':
        return framed(<GridWall target={target} withUnits={withUnits} onPages={onPages} />);
      case 'map':
        return framed(<MapWall record={record} page={target?.page ?? 1} onPages={onPages} />, partWords);
      case 'result':
        return framed(<VoteResult roundId={record} projected page={page} onPages={onPages} />);
      default:
        break;
    }
    if (phase === null) return null;
    const { View, Foot, ownClock } = wall;
    return (
      <WallFrame
        door={door}
        foot={
          Foot === undefined ? (
            ''
          ) : (
            <Suspense fallback={null}>
              <Foot />
            </Suspense>
          )
        }
        hasClock={ownClock !== true}
      >
        <View phase={phase} />
      </WallFrame>
    );
  };

  return (
    <main className={`wall wall-is-${name}`} aria-label={t('projector.screen')}>
      <Suspense fallback={null}>{shown()}</Suspense>
      <FullScreenHint />
    </main>
  );
}

/** A quiet page while the facilitator works elsewhere. */
function HoldWall() {
  const { title } = useMeta();
  return (
    <div className="wall-hold">
      <h1 dir="auto">{title}</h1>
      <p>{t('projector.oneMoment')}</p>
    </div>
  );
}

/** How long the hint stays, in ms: for the person who sets up the room, not for the room. */
const HINT_MS = 12_000;

/** F fills the screen and gives it back; a hint says so for a moment after opening. */
function FullScreenHint() {
  const [isHinting, setHinting] = useState(document.fullscreenElement === null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'f' || event.ctrlKey || event.metaKey || event.altKey) return;
      setHinting(false);
      if (document.fullscreenElement === null)
        void document.documentElement.requestFullscreen().catch(() => undefined);
      else void document.exitFullscreen();
    };
    const timer = setTimeout(() => setHinting(false), HINT_MS);
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return isHinting ? <p className="wall-hint">{t('projector.fullScreen')}</p> : null;
}

/** A code can be replaced while it stands on the wall. */
const ASK_AGAIN_MS = 30_000;

/** Where latecomers join; what was known last while the server cannot be asked. Null until it is known. */
function useDoor(): Invitation | null {
  const { id, me } = useLive();
  const [door, setDoor] = useState<Invitation | null>(null);
  useEffect(() => {
    let isHere = true;
    const ask = async (): Promise<void> => {
      const answer = await readInvitation(id, me.token);
      if (isHere && answer.kind === 'ready') setDoor(answer.invitation);
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_AGAIN_MS);
    return () => {
      isHere = false;
      clearInterval(timer);
    };
  }, [id, me.token]);
  return door;
}
