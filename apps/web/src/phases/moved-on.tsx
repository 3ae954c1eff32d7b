import type { Phase } from '@coherence/board';
import { t } from '@coherence/words';
import { Button } from '../ui/button.tsx';
import '../together/room.css';

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
