import type { Phase } from '@coherence/board';
import { t } from '@coherence/words';
import { Suspense } from 'react';
import { lazyPart } from '../frame/lazy.ts';
import '../together/room.css';

const TeamLine = lazyPart(() => import('../together/team/team-line.tsx'), 'TeamLine');

/** Above a view in which the room works: what to do there, with whom, and whose turn it is. */
export function PhaseBar({ phase }: { phase: Phase }) {
  return (
    <section className="phase-bar" aria-label={t('room.thePhase')}>
      <h2>{phase.title}</h2>
      <p className="phase-bar-prompt">{phase.prompt}</p>
      {phase.mode === 'plenary' || phase.mode === 'alone' ? null : (
        <Suspense fallback={<p className="team-line" />}>
          <TeamLine phase={phase} />
        </Suspense>
      )}
    </section>
  );
}
