import { t } from '@coherence/words';
import { gridOf, ofList, phaseFacts } from '@coherence/board';
import { useId, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { lensChoices, lensUnits } from '../../factors/units/unit-lens.ts';
import { useScrollAnchor } from '../../factors/use-scroll-anchor.ts';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { useTypists } from '../../factors/use-typists.ts';
import { useLive } from '../../live/live-context.tsx';
import { deviceStore } from '../../live/device/remembered.ts';
import { usePhase } from '../../live/document/use-session.ts';
import { useMeta, useProjection } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import { laterPart } from '../../ui/load/later-part.ts';
import { useLater } from '../../ui/load/use-later.ts';
import { usePrinting } from '../../ui/use-printing.ts';
import type { CardFrame } from './card/card-frame.ts';
import { openDrafts } from './compose/drafts.ts';
import { useArrivals } from './control/use-arrivals.ts';
import { useGridControl, type GridControl, type GridNotice } from './control/use-grid-control.ts';
import { useGridInput } from './control/use-grid-input.ts';
import { useKeepFocus } from '../../factors/use-keep-focus.ts';
import type { GridMoment } from './grid-cell.tsx';
import { GridTable } from './grid-table.tsx';
import { GridToolbar } from './grid-toolbar.tsx';
import { PhoneGrid } from './phone/phone-grid.tsx';
import { OPEN_LENS, showsOrder, throughLens } from './places/grid-lens.ts';
import { Unplaced } from './unplaced.tsx';
import './grid.css';

/** Below this width, in CSS pixels of the view, the grid shows one cell at a time. */
const PHONE_WIDTH = 700;
/** So does a phone on its side, and a screen at 200 %: under the head of the table no factor would be in sight. */
const PHONE_ON_ITS_SIDE = '(max-width: 932px) and (max-height: 480px)';

const laterDrag = laterPart(() => import('./drag/card-drag.tsx'));
const laterMove = laterPart(() => import('./move-dialog.tsx'));

const NOTHING_DRAGGED: readonly string[] = [];

/** About the height of the sticky header. */
const DESK = { header: 90 };
const PHONE = { topStays: true };

const groupNames = ofList(
  'groups',
  ({ groups }): ReadonlyMap<string, string> => new Map(groups.map(({ id, text }) => [id, text])),
);

/** Step 1, Describe: the coherence grid, live. */
export function GridView() {
  const board = useLive();
  const root = useRef<HTMLDivElement>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const titleId = useId();
  const [lens, setLens] = useState(OPEN_LENS);
  const whole = useProjection(gridOf);
  const meta = useMeta();
  const marks = useProjection(unitMarks);
  const groups = useProjection(groupNames);
  const typists = useTypists();
  const choices = useProjection(lensChoices);
  const grid = useMemo(
    () => throughLens(whole, lens, lensUnits(lens.through, choices)),
    [whole, lens, choices],
  );
  const phase = usePhase();
  const groupsCome = phase !== null && phaseFacts(phase.kind).work === 'group';
  const drafts = useMemo(() => openDrafts(board.id, deviceStore()), [board.id]);
  const isPhone = useIsNarrow(root);
  const isPrinting = usePrinting();

  // First the place of what has the focus, then the focus itself: it need not be scrolled to any more.
  const releaseScroll = useScrollAnchor(
    scroller,
    isPhone === true ? whole : grid,
    isPhone === true ? PHONE : DESK,
  );
  const focusCard = useKeepFocus(root);
  const state = useGridControl({ grid, ordered: showsOrder(lens), focusCard, releaseScroll });
  const move = useLater(laterMove, state.moving !== null);
  const { control } = state;
  useArrivals(whole, control.own, control.say);
  useGridInput(root, { grid, control, canEdit: board.canEdit });
  const drag = useLater(laterDrag, false);
  const [draggedIds, setDraggedIds] = useState<readonly string[]>(NOTHING_DRAGGED);

  const frame: CardFrame = useMemo(
    () => ({
      marks,
      groups,
      control,
      canEdit: board.canEdit,
      ownUnit: board.me.unit,
      unitWord: meta.unitWord,
      groupsCome,
    }),
    [marks, groups, control, board, meta.unitWord, groupsCome],
  );
  const dragged = useMemo(() => new Set(draggedIds), [draggedIds]);
  const { editing, composing, selection } = state;
  const moment: GridMoment = { frame, drafts, editing, composing, selection, dragged, typists };
  const hasDrawer = board.canEdit || grid.unplaced.length > 0;
  // Classes and not `:has()`, with which each card that comes would have all others styled anew.
  const names = [
    'grid-view',
    dragged.size > 0 && 'grid-dragging',
    isPhone === true && 'grid-view-phone',
    !hasDrawer && 'grid-view-placed',
  ];

  return (
    <div ref={root} className={names.filter(Boolean).join(' ')}>
      {isPhone === null ? null : isPhone ? (
        <>
          <h2 id={titleId} className="visually-hidden">
            {t('framework.title')}
          </h2>
          <PhoneGrid grid={whole} moment={moment} onScroller={setScroller} />
          {isPrinting ? <PrintedGrid grid={whole} moment={moment} labelledBy={titleId} /> : null}
        </>
      ) : (
        <>
          <header className="grid-head">
            <div className="grid-titles">
              <h2 id={titleId}>{t('framework.title')}</h2>
              <p dir="auto">{meta.question || t('grid.question')}</p>
            </div>

            <GridToolbar
              grid={whole}
              shown={grid.count}
              lens={lens}
              onLens={(next) => {
                releaseScroll();
                setLens(next);
              }}
              choices={choices}
              unitWord={meta.unitWord}
              selection={selection}
              control={control}
              canEdit={board.canEdit}
            />
          </header>
          {board.canEdit ? (
            <p id="grid-keys" className="visually-hidden">
              {t('grid.keys')}
            </p>
          ) : null}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- who may only look scrolls with the keyboard */}
          <div
            ref={setScroller}
            className="grid-scroll"
            data-scrolls
            tabIndex={board.canEdit ? undefined : 0}
          >
            <GridTable grid={grid} moment={moment} labelledBy={titleId} />
          </div>
          {hasDrawer ? <Unplaced grid={grid} moment={moment} groups={groups.size} /> : null}
        </>
      )}
      {drag === null ? null : (
        <drag.CardDrag
          root={root}
          enabled={board.canEdit}
          ordered={showsOrder(lens)}
          grid={grid}
          control={control}
          onDragged={setDraggedIds}
        />
      )}
      {state.moving === null || move === null ? null : (
        <move.MoveDialog ids={state.moving} grid={whole} control={control} />
      )}
      <GridNoticeLine notice={state.notice} control={control} />
      <output className="visually-hidden">{state.said}</output>
    </div>
  );
}

/** A phone shows one cell at a time, its paper all of them. */
function PrintedGrid({ grid, moment, labelledBy }: Parameters<typeof GridTable>[0]) {
  return (
    <>
      <GridTable grid={grid} moment={moment} labelledBy={labelledBy} />
      <Unplaced grid={grid} moment={moment} groups={0} />
    </>
  );
}

function GridNoticeLine({ notice, control }: { notice: GridNotice | null; control: GridControl }) {
  const gone = notice?.gone;
  return (
    <output className="grid-notice-area">
      {notice === null ? null : (
        <span className="grid-notice">
          <span dir="auto">{notice.words}</span>
          {notice.undo ? <Button onClick={control.undo}>{t('grid.undo')}</Button> : null}
          {gone === undefined ? null : (
            <Button onClick={() => control.bringBack(gone)}>{t('grid.bringBack')}</Button>
          )}
          <Button variant="quiet" onClick={control.dismiss}>
            {t('grid.dismiss')}
          </Button>
        </span>
      )}
    </output>
  );
}

function useIsNarrow(root: RefObject<HTMLElement | null>): boolean | null {
  const [narrow, setNarrow] = useState<boolean | null>(null);
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const measure = (): void =>
      setNarrow(element.clientWidth < PHONE_WIDTH || matchMedia(PHONE_ON_ITS_SIDE).matches);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [root]);
  return narrow;
}
