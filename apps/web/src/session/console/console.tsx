import { t } from '../../i18n/translate.ts';
import { usePhase } from '../room/use-phase.ts';

/** What the facilitator runs the room with, beside the board. */
export function Console() {
  const phase = usePhase();
  return phase === null ? null : (
    <aside className="console" aria-label={t('room.thePhase')}>
      <h2>{phase.title}</h2>
    </aside>
  );
}
