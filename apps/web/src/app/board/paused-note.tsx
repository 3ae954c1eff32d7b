import { t } from '@coherence/words';
import { Button } from '../../ui/button.tsx';
import { usePause } from '../header/use-pause.ts';

/** Reminds facilitators that nobody else can write, and ends it. */
export function PausedNote() {
  const { paused, setPaused } = usePause();
  return paused ? (
    <div className="shell-note">
      <p>{t('shell.pausedForOthers')}</p>
      <Button onClick={() => void setPaused(false)}>{t('shell.resume')}</Button>
    </div>
  ) : null;
}
