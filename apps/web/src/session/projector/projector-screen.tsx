import type { BoardSnapshot } from '@coherence/board';
import { Suspense, useCallback, useEffect, useState, type ReactNode } from 'react';
import { lazy } from '../../frame/lazy.ts';
import { useTitle } from '../../frame/use-title.ts';
import { t } from '../../i18n/with-projector.ts';
import { useLive } from '../../live/live-context.tsx';
import { setPresence } from '../../live/people/presence.ts';
import { useProjection } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { PhaseClock } from '../clock/phase-clock.tsx';
import { usePhase } from '../../live/document/use-phase.ts';
import { FullScreenHint } from './full-screen.tsx';
import { GridWall } from './grid/grid-wall.tsx';
import { readTarget } from '../attention/projector/grid-target.ts';
import { JoinWall } from './join-wall.tsx';
import { NotePlace, NoteWall } from './note-wall.tsx';
import * as plain from './plain-walls.tsx';
import { Progress } from './progress.tsx';
import { useDoor } from './use-door.ts';
import { WallFrame } from './wall-frame.tsx';
import { sumOf } from '../console/sum-of.ts';
import { countFinishing } from '../console/who-finishes.ts';
import { showsUnits, wallFor, type Wall } from './wall-state.ts';
import './wall.css';
import './wall-parts.css';

const MapWall = lazy(async () => ({ default: (await import('../../views/map/wall/map-wall.tsx')).MapWall }));

const VoteResult = lazy(async () => ({
  default: (await import('../vote/vote-result.tsx')).VoteResult,
}));

const metaOf = (snapshot: BoardSnapshot) => snapshot.meta;
const hasFactors = (snapshot: BoardSnapshot): boolean => snapshot.factors.length > 0;
const lastClosedAt = (snapshot: BoardSnapshot): number =>
  Math.max(0, ...snapshot.voteRounds.map(({ closedAt }) => Date.parse(closedAt ?? '') || 0));

/** What the projector shows: one thing, large, and no console. */
export function ProjectorScreen() {
  const board = useLive();
  const session = useSession();
  const phase = usePhase();
  const door = useDoor();
  const closedAt = useProjection(lastClosedAt);
  const [counted, setCounted] = useState<{ wall: Wall; pages: number } | null>(null);
  const { wall, target } = wallFor({
    session,
    phase,
    waiting: sumOf(session.writing.drafts),
    hasFactors: useProjection(hasFactors),
    hasResult: session.phase !== null && closedAt >= session.phase.startedAt,
  });
  // Another wall has pages of its own.
  const pages = counted?.wall === wall ? counted.pages : 1;
  const aim = readTarget(target);
  const page = Math.min(aim.page, pages);
  const withUnits = showsUnits(phase);
  const onPages = useCallback((count: number) => setCounted({ wall, pages: count }), [wall]);

  useTitle(useProjection(metaOf).title);
  // The console offers the pages that there are.
  useEffect(() => setPresence(board, { view: wall, at: `${page}/${pages}` }), [board, wall, page, pages]);

  const all = countFinishing(session);
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
        return <plain.HoldWall />;
      case 'join':
        return (
          <WallFrame door={null}>
            <JoinWall door={door} />
          </WallFrame>
        );
      case 'grid':
        return framed(<GridWall target={target} withUnits={withUnits} onPages={onPages} />);
      case 'map':
        return framed(<MapWall record={aim.record} page={aim.page} onPages={onPages} />, partWords);
      case 'result':
        return framed(<VoteResult roundId={aim.record} projected page={page} onPages={onPages} />);
      case 'waiting':
        return framed(<plain.WaitingWall phase={phase} />);
      case 'note':
        return framed(
          <NoteWall withUnits={withUnits} withNames={phase?.identity === 'named'} />,
          <NotePlace />,
        );
      default:
        break;
    }
    if (phase === null) return null;
    switch (wall) {
      case 'prompt':
        return framed(<plain.PromptWall phase={phase} />);
      case 'write':
        return framed(
          <plain.WriteWall phase={phase} />,
          <Progress kind="finished" n={sumOf(session.writing.done)} of={all} />,
        );
      case 'ballot':
        return framed(
          <plain.BallotWall phase={phase} />,
          session.round === null ? null : <Progress kind="voted" n={session.round.turnout} of={all} />,
        );
      case 'break':
        return (
          <WallFrame door={door} hasClock={false}>
            <plain.BreakWall phase={phase} />
            <PhaseClock className="wall-break-clock" />
          </WallFrame>
        );
      case 'close':
        return framed(<plain.CloseWall phase={phase} />);
    }
  };

  return (
    <main className={`wall wall-is-${wall}`} aria-label={t('projector.screen')}>
      <Suspense fallback={null}>{shown()}</Suspense>
      <FullScreenHint />
    </main>
  );
}
