import type { Aim } from '@coherence/board';
import { t } from '@coherence/words';
import { Suspense, useCallback, useMemo, useState } from 'react';
import { lazyPart } from '../../frame/lazy.ts';
import type { MapHandle } from '../../canvas/map-handle.ts';
import type { MapRequest } from '../../canvas/map-request.ts';
import { useLook } from '../../frame/look.ts';
import { GroupDialog } from '../../factors/groups/group-dialog.tsx';
import { Legend } from './legend.tsx';
import { MapFoot } from './map-foot.tsx';
import { MapLens } from './map-lens.tsx';
import { MapNotice } from './commands/map-notice.tsx';
import { MapPanel } from './panel/map-panel.tsx';
import { MapToolbar } from './map-toolbar.tsx';
import { SpokenChoice } from './spoken-choice.tsx';
import { useLicenseKey } from './use-license-key.ts';
import { useMapCommands } from './commands/use-map-commands.ts';
import './map.css';

const MapCanvas = lazyPart(() => import('../../canvas/map-canvas.tsx'), 'MapCanvas', ['map', 'outline']);

/** What others look at is shown whole, whatever the size of their window. */
const LOOK_ZOOM = { smallest: 0.05, largest: 4 } as const;

/** The problem diagnosis map with its tools, its legend, and what is chosen or not on it yet beside it. */
export function MapView() {
  const license = useLicenseKey();
  const [handle, setHandle] = useState<MapHandle | null>(null);
  const [grouping, setGrouping] = useState<readonly string[] | null>(null);
  const commands = useMapCommands(handle);

  const show = useMemo(
    () =>
      handle === null
        ? null
        : ({ record, bounds }: Aim) => {
            if (record !== undefined) handle.goToRecord(record);
            else if (bounds !== undefined) handle.frame(bounds, LOOK_ZOOM);
          },
    [handle],
  );
  useLook(show);

  const askGroup = useCallback(
    (ids: readonly string[]) => {
      if (ids.length > 1) setGrouping(ids);
      else commands.say(t('map.groupNeedsCards'));
    },
    [commands],
  );
  const onRequest = useCallback(
    (request: MapRequest) => {
      if (request.ask === 'group') askGroup(request.ids);
      else if (request.ask === 'remove') commands.removeChosen();
      else commands.say(t('map.pasteLeft', { n: request.left }));
    },
    [askGroup, commands],
  );

  return (
    <div className="map-view">
      <div className="map-stage" data-map-stage>
        <h2 className="visually-hidden">{t('map.title')}</h2>
        <Suspense fallback={<p className="map-opening">{t('map.opening')}</p>}>
          {license === null ? (
            <p className="map-opening">{t('map.opening')}</p>
          ) : (
            <MapCanvas onHandle={setHandle} onRequest={onRequest} licenseKey={license.key} />
          )}
        </Suspense>
        <Legend />
        {handle === null ? null : (
          <>
            <SpokenChoice handle={handle} />
            <MapFoot handle={handle} />
            <MapLens handle={handle} />
            <MapToolbar handle={handle} commands={commands} onGroup={askGroup} />
          </>
        )}
        <MapNotice notice={commands.notice} onClose={commands.hush} />
      </div>
      <MapPanel handle={handle} commands={commands} onGroup={askGroup} />
      <GroupDialog
        ids={grouping}
        onClose={() => {
          setGrouping(null);
          handle?.focus();
        }}
        onName={commands.group}
      />
    </div>
  );
}
