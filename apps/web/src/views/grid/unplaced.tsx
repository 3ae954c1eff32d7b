import type { Grid } from '@coherence/board';
import { t } from '@coherence/words';
import { Suspense, useLayoutEffect, useRef, useState } from 'react';
import { lazyPart } from '../../frame/lazy.ts';
import { useSession } from '../../live/document/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { usePrinting } from '../../ui/use-printing.ts';
import { growsUnseen } from './fold-unseen.ts';
import { AddFactor, CardList, type GridMoment } from './grid-cell.tsx';
import { placeKey } from '../../factors/place.ts';
import './unplaced.css';

type UnplacedProps = {
  grid: Grid;
  moment: GridMoment;
  /** How many groups there are. */
  groups: number;
};

const GroupsButton = lazyPart(() => import('./groups/groups-button.tsx'), 'GroupsButton');

/**
 * "Not placed yet": a drawer below the grid, as high as it is told to be, so that arrivals move nothing above it. The
 * groups stand in its head, where the first of them finds room: above the grid it would take another line.
 */
export function Unplaced({ grid, moment, groups }: UnplacedProps) {
  const count = grid.unplaced.length;
  const [isUnfolded, setOpen] = useState(count > 0);
  const isPrinting = usePrinting();
  const open = isUnfolded || (isPrinting && count > 0);
  const run = useSession().phase?.startedAt ?? null;
  const [seenRun, setSeenRun] = useState(run);
  // When the room goes on, folding it surprises nobody.
  if (seenRun !== run) {
    setSeenRun(run);
    if (count === 0) setOpen(false);
  }
  const body = useRef<HTMLDivElement>(null);
  const isEmpty = count === 0;
  const wasEmpty = useRef(isEmpty);
  useLayoutEffect(() => {
    const [tray, grid] = [body.current, body.current?.parentElement?.previousElementSibling];
    const isEmptied = isEmpty && !wasEmpty.current;
    wasEmpty.current = isEmpty;
    if (!isEmptied || tray === null || !grid || tray.contains(document.activeElement)) return;
    // Otherwise it stays as high as it is: nothing moves while others place.
    if (growsUnseen(grid, tray.offsetHeight)) setOpen(false);
  }, [isEmpty]);
  return (
    <section className="unplaced" data-place={placeKey(null)} aria-label={t('grid.unplaced')}>
      <header className="unplaced-head">
        <button type="button" className="unplaced-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
          <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden focusable="false">
            <path
              d={open ? 'M2 4l4 4 4-4' : 'M4 2l4 4-4 4'}
              fill="none"
              stroke="currentColor"
              strokeWidth={1.8}
            />
          </svg>
          {t('grid.unplaced')}
          <span className="unplaced-count">{count}</span>
        </button>
        {groups > 0 && moment.frame.canEdit ? (
          <Suspense fallback={<Button aria-disabled>{t('grid.groups', { n: groups })}</Button>}>
            <GroupsButton />
          </Suspense>
        ) : null}
      </header>
      {open ? (
        <div ref={body} className="unplaced-body" data-scrolls>
          {count === 0 ? <p className="unplaced-empty">{t('grid.unplacedEmpty')}</p> : null}
          <CardList cards={grid.unplaced} moment={moment} label={t('grid.unplaced')} />
          <AddFactor place={null} moment={moment} />
        </div>
      ) : null}
    </section>
  );
}
