import type { MapHandle } from '../../canvas/map-handle.ts';
import { t } from '../../i18n/translate.ts';
import { useLive } from '../../live/live-context.tsx';
import { useUndo } from '../../live/use-undo.ts';
import { Button } from '../../ui/button.tsx';
import { useMapStatus } from './use-map-status.ts';

/** Lower left: how much of the map is shown, and one's own undo. */
export function MapFoot({ handle }: { handle: MapHandle }) {
  const { zoom } = useMapStatus(handle);
  const { canEdit } = useLive();
  const { canUndo, canRedo, undo, redo } = useUndo();
  const percent = `${Math.round(zoom * 100)}%`;
  return (
    <div className="map-foot">
      <Button title={t('map.fitTitle', { percent })} onClick={handle.fit}>
        {t('map.fit')}
        <span className="map-percent">{percent}</span>
      </Button>
      {canEdit ? (
        <>
          <Button disabled={!canUndo} onClick={undo}>
            {t('map.undo')}
          </Button>
          <Button disabled={!canRedo} onClick={redo}>
            {t('map.redo')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
