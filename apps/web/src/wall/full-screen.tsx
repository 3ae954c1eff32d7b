import { t } from '@coherence/words';
import { useEffect, useState } from 'react';

/** How long the hint stays, in ms: for whoever sets up the room, not for the room. */
const HINT_MS = 12_000;

/** F fills the screen and gives it back; a hint says so for a moment after opening. */
export function FullScreenHint() {
  const [isHinting, setHinting] = useState(document.fullscreenElement === null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'f' || event.ctrlKey || event.metaKey || event.altKey) return;
      setHinting(false);
      if (document.fullscreenElement === null)
        void document.documentElement.requestFullscreen().catch(() => undefined);
      else void document.exitFullscreen();
    };
    const timer = setTimeout(() => setHinting(false), HINT_MS);
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return isHinting ? <p className="wall-hint">{t('projector.fullScreen')}</p> : null;
}
