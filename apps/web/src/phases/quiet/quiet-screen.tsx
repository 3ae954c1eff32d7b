import { phaseFacts } from '@coherence/board';
import { t } from '@coherence/words';
import { useSession } from '../../live/document/use-session.ts';
import { timeOfDay } from '../../together/clock/clock-time.ts';
import type { PhaseProps } from '../phase-kind.ts';
import '../../together/room.css';

/** A phase in which people talk: what it is for and what comes after it, and nothing to press. */
export function QuietScreen({ phase, words }: PhaseProps & { words: string }) {
  const { agenda, phase: now } = useSession();
  const next = agenda[agenda.findIndex(({ id }) => id === phase.id) + 1];
  const backAt = phaseFacts(phase.kind).work === 'rest' && now?.id === phase.id ? now.endsAt : null;
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
      <p dir="auto" className="room-quiet-words">
        {words}
      </p>
      {backAt === null ? null : <p>{t('room.backAt', { time: timeOfDay(backAt) })}</p>}
      {next === undefined ? null : (
        <p className="room-quiet-words">{t('room.comesNext', { title: next.title })}</p>
      )}
    </section>
  );
}
