import { lazy, Suspense, useEffect, useState } from 'react';
import type { BoardSnapshot } from '@coherence/board';
import { t } from '../../i18n/translate.ts';
import { useLive } from '../../live/live-context.tsx';
import { setPresence } from '../../live/presence.ts';
import { useProjection } from '../../live/use-projection.ts';
import { useSaved, useSynced } from '../../live/use-saved.ts';
import { useSession } from '../../live/use-session.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import type { View } from '../routes.ts';
import { useTitle } from '../use-title.ts';
import { BoardHeader } from '../header/board-header.tsx';
import { BoardDialogs, type DialogName } from './board-dialogs.tsx';
import { PausedNote } from './paused-note.tsx';
import { shellBanner } from './shell-banner.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import './shell.css';

const GridView = lazy(async () => ({ default: (await import('../../views/grid/grid-view.tsx')).GridView }));
const MapView = lazy(async () => ({ default: (await import('../../views/map/map-view.tsx')).MapView }));
const OutlineView = lazy(async () => ({
  default: (await import('../../views/outline/outline-view.tsx')).OutlineView,
}));

const VIEW_OF = { grid: GridView, map: MapView, outline: OutlineView } as const;

const metaOf = (snapshot: BoardSnapshot) => snapshot.meta;

/** The frame of an open board: header, what one must know, one view. */
export function Shell({ view }: { view: View }) {
  const board = useLive();
  const { title } = useProjection(metaOf);
  const synced = useSynced();
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const banner = shellBanner(useSaved(), useSession().paused, board.role);
  const CurrentView = VIEW_OF[view];

  useTitle(title);
  useUndoKeys(board.undo);
  useEffect(() => setPresence(board, { view }), [board, view]);

  return (
    <div className="shell">
      <a className="shell-skip visually-hidden" href="#board">
        {t('shell.skip')}
      </a>
      <BoardHeader view={view} onOpen={setDialog} />
      {board.canEdit || board.role === 'display' ? null : <p className="shell-note">{t('shell.watching')}</p>}
      {board.role === 'facilitator' ? <PausedNote /> : null}
      <p className="shell-banner" aria-live="polite">
        {banner}
      </p>
      <main id="board" className="shell-main" tabIndex={-1}>
        <ErrorBoundary resetKey={view}>
          <Suspense fallback={<p className="shell-wait">{t('shell.loading')}</p>}>
            {title === '' && !synced ? <p className="shell-wait">{t('shell.opening')}</p> : <CurrentView />}
          </Suspense>
        </ErrorBoundary>
      </main>
      <BoardDialogs open={dialog} onClose={() => setDialog(null)} />
    </div>
  );
}
