import { t } from '@coherence/words';
import type { MapHandle } from '../../canvas/map-handle.ts';
import { Button } from '../../ui/button.tsx';
import { useMapStatus } from './use-map-status.ts';
import { hint } from '../../ui/tips/tip.ts';

/** Lower left: how large the map is shown; a press shows all of it. */
export function MapFoot({ handle }: { handle: MapHandle }) {
  const { zoom } = useMapStatus(handle);
  const percent = `${Math.round(zoom * 100)}%`;
  return (
    <div className="map-foot">
      <Button {...hint(t('map.fitTitle', { percent }))} onClick={handle.fit}>
        {t('map.fit')}
        <span className="map-percent">{percent}</span>
      </Button>
    </div>
  );
}
