import { t } from '@coherence/words';
import { useEffect, useRef } from 'react';
import { useLive } from '../../live/live-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useKeysWanted } from '../../together/keys-wanted.ts';
import { QuietScreen } from '../quiet/quiet-screen.tsx';
import type { PhaseProps } from '../phase-kind.ts';
import { LikelyList } from './likely-list.tsx';
import { useWalkActs, useWalkNow, type WalkActs, type WalkNow } from './use-walk.ts';
import { WalkedNote } from './walked-note.tsx';
import { walkKey } from './walk-step.ts';
import { hint } from '../../ui/tips/tip.ts';
import './walk.css';

/** One note at a time, the same on every screen; facilitators merge, park and go on. */
export function WalkScreen({ phase }: PhaseProps) {
  const { role, canEdit } = useLive();
  const now = useWalkNow();
  const withUnits = phase.identity !== 'anonymous';
  if (role === 'facilitator' && canEdit) return <LedWalk now={now} withUnits={withUnits} />;
  if (now.note === null) {
    return <QuietScreen phase={phase} words={t(now.isGone ? 'walk.gone' : 'walk.waitBegin')} />;
  }
  return (
    <section className="walk" aria-label={phase.title}>
      <WalkedNote key={now.note.id} note={now.note} position={positionOf(now)} withUnits={withUnits} />
      {now.likely.length === 0 ? <div /> : <LikelyList now={now} withUnits={withUnits} />}
    </section>
  );
}

function positionOf({ at, notes }: WalkNow): string {
  return t('walk.positionLong', { at: (at ?? 0) + 1, all: notes.length });
}

function LedWalk({ now, withUnits }: { now: WalkNow; withUnits: boolean }) {
  const acts = useWalkActs(now);
  const [lettersWanted] = useKeysWanted();
  useWalkKeys(acts, now, lettersWanted);
  const { note, notes, isGone } = now;
  return (
    <section className="walk" aria-label={t('walk.title')}>
      {note === null ? (
        <div className="walk-note walk-start">
          <h2>{isGone ? t('walk.gone') : t('walk.title')}</h2>
          <p>
            {isGone
              ? t('walk.goneHint')
              : notes.length === 0
                ? t('walk.noNotes')
                : t('walk.beginHint', { n: notes.length })}
          </p>
        </div>
      ) : (
        <WalkedNote key={note.id} note={note} position={positionOf(now)} withUnits={withUnits} acts={acts} />
      )}
      {note === null ? <div /> : <LikelyList now={now} withUnits={withUnits} onMerge={acts.merge} />}
      <WalkActions acts={acts} now={now} withLetters={lettersWanted} />
    </section>
  );
}

/** The bar stays where it is from note to note, so that Next can be pressed without looking. */
function WalkActions({ acts, now, withLetters }: { acts: WalkActs; now: WalkNow; withLetters: boolean }) {
  const { note, isGone, at } = now;
  return (
    <section className="walk-actions" aria-label={t('walk.actions')}>
      <Button
        size="l"
        {...hint(t('walk.backHint'))}
        aria-disabled={!acts.canGo(-1)}
        onClick={() => acts.go(-1)}
      >
        {t('walk.back')}
      </Button>
      <Button
        size="l"
        {...hint(t('walk.parkHint'))}
        aria-disabled={note === null}
        onClick={acts.park}
        aria-keyshortcuts={withLetters ? 'p' : undefined}
      >
        {t('walk.park')}
      </Button>
      <Button
        size="l"
        className="walk-next"
        {...hint(t('walk.nextHint'))}
        aria-disabled={!acts.canGo(1)}
        onClick={() => acts.go(1)}
      >
        {at === null && !isGone ? t('walk.begin') : t('walk.next')}
      </Button>
      <output className="walk-said">
        {acts.parked === null ? (
          <span className="walk-quiet">{t(withLetters ? 'walk.keys' : 'walk.arrows')}</span>
        ) : (
          <>
            <span className="walk-parked">{t('walk.parkedNote', { text: acts.parked.text })}</span>{' '}
            <Button variant="quiet" onClick={acts.parked.bringBack}>
              {t('walk.bringBack')}
            </Button>
          </>
        )}
      </output>
    </section>
  );
}

/**
 * Arrows, M and P anywhere on the screen but in a field or an open menu, which have their own. Without the letters for
 * a person who dictates.
 */
function useWalkKeys(acts: WalkActs, now: WalkNow, withLetters: boolean): void {
  const latest = useRef({ acts, now, withLetters });
  useEffect(() => {
    latest.current = { acts, now, withLetters };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.defaultPrevented || event.repeat) return;
      if (
        target instanceof Element &&
        target.closest('input, textarea, select, [contenteditable], dialog, [role=menu]') !== null
      ) {
        return;
      }
      const act = walkKey(event);
      const { acts: does, now: here, withLetters: letters } = latest.current;
      if (act === null || ((act === 'merge' || act === 'park') && !letters)) return;
      event.preventDefault();
      const [first] = here.likely;
      if (act === 'next') does.go(1);
      else if (act === 'back') does.go(-1);
      else if (act === 'park') does.park();
      else if (first !== undefined) does.merge(first.id);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
