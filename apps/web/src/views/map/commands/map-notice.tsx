import { t } from '@coherence/words';
import { useEffect } from 'react';
import { useLive } from '../../../live/live-context.tsx';
import { Button } from '../../../ui/button.tsx';
import type { MapNoticeState } from './use-map-commands.ts';

/** Long enough to read it twice and reach the button. */
const SHOWN_MS = 9000;

/** What was just done, with the way back. */
export function MapNotice({ notice, onClose }: { notice: MapNoticeState | null; onClose: () => void }) {
  const { undo } = useLive();
  useEffect(() => {
    if (notice === null) return undefined;
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice, onClose]);

  return (
    <div className="map-notice-place" aria-live="polite">
      {notice === null ? null : (
        <div className="map-notice">
          <p dir="auto">{notice.words}</p>
          {notice.canUndo ? (
            <Button
              variant="quiet"
              onClick={() => {
                undo.undo();
                onClose();
              }}
            >
              {t('map.undo')}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}
