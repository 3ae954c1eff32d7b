import { useConsoleBeside } from '../../frame/use-fold.ts';
import { may } from '@coherence/protocol';
import { Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { t } from '@coherence/words';
import type { Phase } from '@coherence/board';
import { lazyPart } from '../../frame/lazy.ts';
import { LiveBoardProvider, useLive, useSaved, useSynced } from '../../live/live-context.tsx';
import { setPresence } from '../../live/people/presence.ts';
import { useMeta } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { PhaseBar, MovedOn } from '../../phases/phase-bar.tsx';
import { looksLikeRehearsal } from '../../lead/rehearse/looks-like-rehearsal.ts';
import { useDeferredPhase } from '../../together/defer-while-typing.ts';
import { isLed, shownFor } from '../../phases/what-is-shown.ts';
import { deviceKeeping } from '../../live/device/keeping.ts';
import { useValue } from '../../live/use-value.ts';
import { useSmall } from '../../ui/use-narrow.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import type { View } from '../../frame/routes.ts';
import { useTitle } from '../../frame/page.tsx';
import { BoardHeader } from '../header/board-header.tsx';
import { BoardDialogs, type DialogName } from '../header/board-dialogs.tsx';
import { pauseForMe, shellBanner } from './shell-banner.ts';
import { useUndoKeys } from '../../live/document/use-undo.ts';
import { Button } from '../../ui/button.tsx';
import { PrintHead } from './print-head.tsx';
import { usePause } from '../header/use-pause.ts';
import { PHASE_LOOKS } from '../../phases/kinds.ts';
import { useFromTop } from '../../phases/use-view.ts';
import './shell.css';
import './print.css';

const GridView = lazyPart(() => import('../../views/grid/grid-view.tsx'), 'GridView');
const MapView = lazyPart(() => import('../../views/map/map-view.tsx'), 'MapView', [
  'map',
  'outline',
  'picture',
]);
const OutlineView = lazyPart(() => import('../../views/outline/outline-view.tsx'), 'OutlineView', [
  'map',
  'outline',
]);
const Attention = lazyPart(() => import('../../together/attention.tsx'), 'Attention', ['attention']);
const Console = lazyPart(() => import('../../lead/console/console.tsx'), 'Console', [
  'console',
  'progress',
  'vote',
]);

const CatchUp = lazyPart(() => import('../../phases/write/catch-up.tsx'), 'CatchUp', ['write']);

const FullNote = lazyPart(() => import('./full-note.tsx'), 'FullNote', ['full']);
const CardClipboard = lazyPart(() => import('./cards/card-clipboard.tsx'), 'CardClipboard', ['cards']);
const RehearsalMark = lazyPart(() => import('../../lead/rehearse/rehearsal-mark.tsx'), 'RehearsalMark', [
  'rehearse',
]);
const MinutesCorner = lazyPart(() => import('../../lead/minutes/minutes-corner.tsx'), 'MinutesCorner', [
  'keep',
]);

const VIEW_OF = { grid: GridView, map: MapView, outline: OutlineView } as const;

/** The frame of an open board: header, what one must know, and the view or the screen of the phase. */
export function Shell({ view }: { view: View }) {
  const board = useLive();
  const meta = useMeta();
  const { title } = meta;
  const synced = useSynced();
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [brought, setBrought] = useState<File | null>(null);
  const openImport = useCallback((file: File) => {
    setBrought(file);
    setDialog('import');
  }, []);
  const session = useSession();
  const banner = shellBanner(
    useSaved(),
    {
      pause: pauseForMe(session, board.me.participantId),
      full: session.full,
      keeping: useValue(deviceKeeping),
    },
    board.role,
  );
  const { phase, ahead, goThere } = useDeferredPhase();
  const shown = shownFor({ role: board.role, phase, view, narrow: useSmall() });
  const led = isLed(board.role, phase);
  const place = shown.kind === 'room' ? 'room' : shown.view;
  const canEdit = board.canEdit && (shown.kind === 'room' || shown.edits);
  const here = useMemo(() => (canEdit === board.canEdit ? board : { ...board, canEdit }), [board, canEdit]);

  useTitle(title);
  useUndoKeys(board.undo);
  useEffect(() => setPresence(board, { view: place }), [board, place]);

  return (
    <div className="shell">
      <a className="shell-skip visually-hidden" href="#board">
        {t('shell.skip')}
      </a>
      <PrintHead />
      <BoardHeader view={place} led={led} phase={phase} onOpen={setDialog} />
      {board.canEdit ? null : (
        <section className="shell-note" aria-label={t('shell.yourRole')}>
          {t('shell.watching')}
        </section>
      )}
      {board.role === 'facilitator' && looksLikeRehearsal(meta) ? (
        <Suspense fallback={<p className="shell-note">{t('shell.rehearsal')}</p>}>
          <RehearsalMark />
        </Suspense>
      ) : null}
      {board.role === 'facilitator' ? <PausedNote /> : null}
      {board.role === 'facilitator' && session.full > 0 ? (
        <Suspense fallback={null}>
          <FullNote />
        </Suspense>
      ) : null}
      <p className="shell-banner" aria-live="polite">
        {banner}
      </p>
      <div className="shell-body">
        <main id="board" className="shell-main" tabIndex={-1}>
          {phase !== null && may(board.role, 'write') ? (
            <Suspense fallback={null}>
              <CatchUp phase={phase} />
            </Suspense>
          ) : null}
          <ErrorBoundary resetKey={place}>
            <LiveBoardProvider board={here}>
              <Suspense fallback={null}>
                <CardClipboard onImport={openImport} />
              </Suspense>
              <Suspense fallback={<p className="shell-wait">{t('shell.loading')}</p>}>
                {title === '' && !synced ? (
                  <p className="shell-wait">{t('shell.opening')}</p>
                ) : shown.kind === 'view' ? (
                  <>
                    {phase !== null && led ? <PhaseBar phase={phase} /> : null}
                    <ViewOf view={shown.view} />
                  </>
                ) : phase === null ? null : (
                  <PhaseScreen phase={phase} />
                )}
              </Suspense>
            </LiveBoardProvider>
          </ErrorBoundary>
          <MovedOn ahead={ahead} onGo={goThere} />
          <Suspense fallback={null}>
            <Attention view={place} />
          </Suspense>
        </main>
        {board.role === 'facilitator' ? (
          <Suspense fallback={<ConsoleSpace />}>
            <Console />
          </Suspense>
        ) : null}
      </div>
      {board.role === 'facilitator' ? (
        <Suspense fallback={null}>
          <MinutesCorner />
        </Suspense>
      ) : null}
      <BoardDialogs
        open={dialog}
        brought={brought}
        onClose={() => {
          setDialog(null);
          setBrought(null);
        }}
      />
    </div>
  );
}

function ViewOf({ view }: { view: keyof typeof VIEW_OF }) {
  const CurrentView = VIEW_OF[view];
  return <CurrentView />;
}

/** Reminds facilitators that nobody else can write, and ends it. */
function PausedNote() {
  const { paused, setPaused } = usePause();
  return paused ? (
    <div className="shell-note">
      <p>{t('shell.pausedForOthers')}</p>
      <Button onClick={() => void setPaused(false)}>{t('shell.resume')}</Button>
    </div>
  ) : null;
}

/** The screen of the phase that is on, for everyone but the projector. */
function PhaseScreen({ phase }: { phase: Phase }) {
  const Screen = PHASE_LOOKS[phase.kind].screen;
  useFromTop(phase.id);
  return Screen === null ? null : (
    <Suspense fallback={<p className="shell-wait">{t('shell.loading')}</p>}>
      <Screen key={phase.id} phase={phase} />
    </Suspense>
  );
}

/** The space of the console before it is loaded: the board does not move under a pointer when it comes. */
function ConsoleSpace() {
  return <div className={useConsoleBeside() ? 'shell-console-beside' : 'shell-console-bar'} aria-hidden />;
}
