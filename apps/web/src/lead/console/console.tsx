import { currentPhase, phaseFacts } from '@coherence/board';
import { t } from '@coherence/words';
import { Suspense, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { lazyPart } from '../../frame/lazy.ts';
import { Button } from '../../ui/button.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { PhaseClock } from '../../together/clock/phase-clock.tsx';
import { hasEnded } from '../../together/clock/phase-times.ts';
import { TEXT_FIELDS } from '../minutes/in-hand.ts';
import { AgendaList } from './agenda-list.tsx';
import { nextAct } from './next-act.ts';
import { PhaseHead, Primary } from './phase-head.tsx';
import { PHASE_LOOKS } from '../../phases/kinds.ts';
import { useConsoleActs, useRoomNow, type ConsoleActs } from './use-console.ts';
import type { RoomNow } from './next-act.ts';
import { useFold, type Fold } from '../../frame/use-fold.ts';
import { useBackCloses } from '../../ui/back/use-back.ts';
import { hint, tip } from '../../ui/tips/tip.ts';
import './console.css';

const AttentionControl = lazyPart(() => import('../attention/attention-control.tsx'), 'AttentionControl', [
  'attention',
]);
const ConsolePeople = lazyPart(() => import('./console-people.tsx'), 'ConsolePeople', [
  'console',
  'people',
  'units',
]);
const MinutesButtons = lazyPart(() => import('../minutes/minutes-buttons.tsx'), 'MinutesButtons', ['keep']);
const AgendaEditor = lazyPart(() => import('../agenda/agenda-editor.tsx'), 'AgendaEditor', [
  'agenda',
  'create',
  'templates',
]);

const FewDialog = lazyPart(() => import('../../phases/vote/floor/few-dialog.tsx'), 'FewDialog', [
  'progress',
  'vote',
]);

/** What the facilitator runs the room with: beside the board, or in a narrow window a bar that opens it over the board. */
export function Console() {
  const room = useRoomNow();
  const acts = useConsoleActs();
  const fold = useFold(room.session.agenda.length === 0 ? 'free' : 'agenda');
  const [editing, setEditing] = useState(false);
  const edit = () => setEditing(true);
  return (
    <>
      {fold.isOpen && fold.isWide ? null : <ConsoleBar room={room} acts={acts} fold={fold} onEdit={edit} />}
      {fold.isOpen ? <ConsolePanel room={room} acts={acts} fold={fold} onEdit={edit} /> : null}
      {acts.asksAboutFew && room.session.round !== null ? (
        <Suspense fallback={null}>
          <FewDialog round={room.session.round} onClose={acts.answerAboutFew} />
        </Suspense>
      ) : null}
      {editing ? (
        <Suspense fallback={null}>
          <AgendaEditor onClose={() => setEditing(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

const FOLD = { stroke: 'M4 3.5 8.5 8 4 12.5M8.5 3.5 13 8l-4.5 4.5', fill: '' };

type PartProps = { room: RoomNow; acts: ConsoleActs; fold: Fold; onEdit: () => void };

/** What one cannot do without while the console is folded away. */
function ConsoleBar({ room, acts, fold, onEdit }: PartProps) {
  const { agenda } = room.session;
  const phase = currentPhase(room.session);
  const next = nextAct(room);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(fold.isOpen);
  useEffect(() => {
    // The panel that lay over the board is gone, and with it what had the focus.
    if (wasOpen.current && !fold.isOpen && document.activeElement === document.body) opener.current?.focus();
    wasOpen.current = fold.isOpen;
  }, [fold.isOpen]);
  return (
    <section className="console-bar" aria-label={t('console.name')} inert={fold.isOpen}>
      {agenda.length === 0 ? (
        <Button variant="quiet" onClick={onEdit}>
          {t('console.plan')}
        </Button>
      ) : (
        <p className="console-bar-words">
          {phase === null ? (
            t(hasEnded(room.session) ? 'console.ended' : 'console.notStarted')
          ) : (
            <>
              <span className="console-quiet">
                {t('console.step', { n: agenda.indexOf(phase) + 1, all: agenda.length })}
              </span>
              <strong dir="auto">{phase.title}</strong>
            </>
          )}
        </p>
      )}
      <PhaseClock className="console-bar-clock" />
      {next === null ? null : <Primary act={next} acts={acts} />}
      <Button ref={opener} aria-expanded={fold.isOpen} onClick={() => fold.setOpen(true)}>
        {t('console.name')}
      </Button>
    </section>
  );
}

function ConsolePanel({ room, acts, fold, onEdit }: PartProps) {
  const { session, people } = room;
  const phase = currentPhase(session);
  const Control = phase === null ? null : PHASE_LOOKS[phase.kind].control;
  const panel = useRef<HTMLElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const { isWide } = fold;

  useEffect(() => {
    // Opened over the board it takes the focus, as it lies over what had it; beside the board it does not.
    if (!isWide) panel.current?.focus();
  }, [isWide]);

  const startedAt = session.phase?.startedAt ?? 0;
  useLayoutEffect(() => {
    // What is on now, its clock and what comes next; only for a person who types here does it wait.
    const typed = document.activeElement?.closest(TEXT_FIELDS) ?? null;
    if (typed !== null && panel.current?.contains(typed) === true) return;
    for (const part of [scroll.current, panel.current]) part?.scrollTo({ top: 0 });
  }, [startedAt]);

  useBackCloses(() => fold.setOpen(false), !isWide);
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isWide && !event.defaultPrevented) fold.setOpen(false);
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape, beside a button that does the same
    <aside
      ref={panel}
      className={isWide ? 'console' : 'console console-over'}
      aria-label={t('console.name')}
      tabIndex={-1}
      onKeyDown={closeByKey}
    >
      <div ref={scroll} className="console-scroll">
        <div className="console-top">
          <Button
            variant="quiet"
            className="console-fold"
            aria-label={t('console.fold')}
            {...tip(t('console.fold'))}
            onClick={() => fold.setOpen(false)}
          >
            <Glyph glyph={FOLD} size={18} />
          </Button>
        </div>
        {session.agenda.length === 0 ? (
          <Button className="console-plan" onClick={onEdit}>
            {t('console.plan')}
          </Button>
        ) : (
          <>
            <PhaseHead room={room} acts={acts} />
            {phase === null || Control === null ? null : (
              <Suspense fallback={null}>
                <Control key={phase.id} phase={phase} />
              </Suspense>
            )}
            <AgendaList
              session={session}
              brief={phase === null ? hasEnded(session) : phaseFacts(phase.kind).work === 'vote'}
              people={people}
              busy={acts.busy}
              onGo={(to) => void acts.goTo(to)}
              onEdit={onEdit}
            />
          </>
        )}
        <Suspense fallback={null}>
          <ConsolePeople />
          <AttentionControl />
        </Suspense>
        {phase === null ? null : (
          <Button
            variant="quiet"
            className="console-end"
            {...hint(t('console.endHint'))}
            aria-disabled={acts.busy}
            onClick={() => void acts.act({ kind: 'end' })}
          >
            {t('console.end')}
          </Button>
        )}
      </div>
      <div className="console-foot">
        <Suspense fallback={null}>
          <MinutesButtons />
        </Suspense>
      </div>
    </aside>
  );
}
