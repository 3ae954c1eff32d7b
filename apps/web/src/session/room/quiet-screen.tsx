import type { PhaseKind } from '@coherence/board';
import { t } from '../../i18n/translate.ts';
import type { RoomScreenProps } from './room-screen.ts';
import './room.css';

const WORDS: Partial<Record<PhaseKind, string>> = {
  break: t('room.quietBreak'),
  'report-out': t('room.quietReport'),
  owners: t('room.quietOwners'),
  options: t('room.quietOptions'),
  close: t('room.quietClose'),
  'check-in': t('room.quietCheckIn'),
};

/** A phase in which people talk: what it is for, and nothing to press. `words`: instead of those of its kind. */
export function QuietScreen({ phase, words }: RoomScreenProps & { words?: string }) {
  return (
    <section className="room-quiet" aria-labelledby="room-title">
      <h2 id="room-title">{phase.title}</h2>
      {phase.prompt === '' ? null : <p className="room-prompt">{phase.prompt}</p>}
      <p className="room-quiet-words">{words ?? WORDS[phase.kind]}</p>
    </section>
  );
}
