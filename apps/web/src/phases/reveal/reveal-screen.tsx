import { type BoardSnapshot, isForGrid } from '@coherence/board';
import { t } from '@coherence/words';
import { progressLine } from '../../together/counts/progress-words.ts';
import { useLive } from '../../live/live-context.tsx';
import { useProjection } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { countFinishing, sumOf } from '../../together/counts/attending.ts';
import { fewWait, notesWaiting } from './notes-waiting.ts';
import type { PhaseProps } from '../phase-kind.ts';
import { showsUnits } from '../what-is-shown.ts';
import { ReadNotes } from '../walk/read-notes.tsx';
import '../walk/walk.css';
import '../walk/read.css';

const countOf = (snapshot: BoardSnapshot): number => snapshot.factors.filter(isForGrid).length;

/** How many notes wait; once they are revealed, the notes to read. */
export function RevealScreen({ phase }: PhaseProps) {
  const session = useSession();
  const waiting = notesWaiting(session, phase);
  const count = useProjection(countOf);
  if (waiting === 0 && count > 0 && !fewWait(session, phase))
    return <ReadNotes withUnits={showsUnits(phase)} />;
  return <Waiting phase={phase} waiting={waiting} />;
}

function Waiting({ phase, waiting }: PhaseProps & { waiting: number }) {
  const { role } = useLive();
  const session = useSession();
  const people = countFinishing(session);
  return (
    <section className="room-quiet" aria-labelledby="room-title">
      <h2 dir="auto" id="room-title">
        {phase.title}
      </h2>
      {phase.prompt === '' ? null : (
        <p dir="auto" className="room-prompt">
          {phase.prompt}
        </p>
      )}
      <output className="reveal-count">
        {waiting > 0
          ? t('walk.waiting', { n: waiting })
          : t(fewWait(session, phase) ? 'walk.fewWait' : 'walk.nothingWaits')}
      </output>
      <p className="room-quiet-words">
        {people === 0 ? null : `${progressLine('finished', sumOf(session.writing.done), people)}. `}
        {role === 'facilitator' ? t('walk.revealHint') : t('walk.revealsAll')}
      </p>
    </section>
  );
}
