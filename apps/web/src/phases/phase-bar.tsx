import type { Phase } from '@coherence/board';
import { t } from '@coherence/words';
import { Suspense } from 'react';
import { lazyPart } from '../frame/lazy.ts';
import { Button } from '../ui/button.tsx';
import '../together/room.css';

const TeamLine = lazyPart(() => import('../together/team/team-line.tsx'), 'TeamLine');

/** Above a view in which the room works: what to do there, with whom, and whose turn it is. */
export function PhaseBar({ phase }: { phase: Phase }) {
  return (
    <section className="phase-bar" aria-label={t('room.thePhase')}>
      <h2 dir="auto">{phase.title}</h2>
      <p dir="auto" className="phase-bar-prompt">
        {phase.prompt}
      </p>
      {phase.mode === 'plenary' || phase.mode === 'alone' ? null : (
        <Suspense fallback={<p className="team-line" />}>
          <TeamLine phase={phase} />
        </Suspense>
      )}
    </section>
  );
}

/** Says that the room has moved on while somebody was typing; it lies over the page and moves nothing. */
export function MovedOn({ ahead, onGo }: { ahead: Phase | null; onGo: () => void }) {
  return (
    <div className="room-moved-on" aria-live="polite">
      {ahead === null ? null : (
        <p>
          <span>{t('room.movedOn', { title: ahead.title })}</span>
          <Button onClick={onGo}>{t('room.goThere')}</Button>
        </p>
      )}
    </div>
  );
}
