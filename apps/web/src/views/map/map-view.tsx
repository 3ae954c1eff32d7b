import { type Aim, mapOf } from '@coherence/board';
import { t } from '@coherence/words';
import { Suspense, useCallback, useMemo, useState, useEffect } from 'react';
import { lazyPart } from '../../frame/lazy.ts';
import type { MapHandle, MapRequest } from '../../canvas/map-handle.ts';
import { useLook } from '../../frame/look.ts';
import { GroupDialog } from '../../factors/group-dialog.tsx';
import { Legend } from './legend.tsx';
import { MapNotice } from './commands/map-notice.tsx';
import { MapPanel } from './panel/map-panel.tsx';
import { MapToolbar } from './map-toolbar.tsx';
import { useLicenseKey } from './use-license-key.ts';
import { useMapCommands } from './commands/use-map-commands.ts';
import { PrintedMap } from './printed-map.tsx';
import { Button } from '../../ui/button.tsx';
import { usePrinting } from '../../ui/use-printing.ts';
import { hint } from '../../ui/tips/tip.ts';
import { useMapStatus, useMapSelection } from './use-map-status.ts';
import { lensChoices, lensUnits, highlightThrough, type UnitLens } from '../../factors/units/unit-lens.ts';
import { lensName, UnitLensMenu } from '../../factors/units/unit-lens-menu.tsx';
import { useMeta, useProjection } from '../../live/document/use-projection.ts';
import { mapLinkSentence } from '../../factors/link-sentence.ts';
import { KINDS } from '../../factors/kinds.ts';
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
  const isPrinting = usePrinting();

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
      else if (request.ask === 'cut') commands.removeFromBoard(request.ids);
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
      {isPrinting ? <PrintedMap /> : null}
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

/** Lower left: how large the map is shown; a press shows all of it. */
function MapFoot({ handle }: { handle: MapHandle }) {
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

/** The map through the eyes of a unit or tier: what others named steps back and keeps its place. */
function MapLens({ handle }: { handle: MapHandle }) {
  const [lens, setLens] = useState<UnitLens>(null);
  const choices = useProjection(lensChoices);
  const map = useProjection(mapOf);
  const { unitWord: word } = useMeta();
  const seers = lensUnits(lens, choices);
  const who = lensName(lens, choices);

  useEffect(() => {
    const ids = highlightThrough(map, lensUnits(lens, choices));
    if (ids === null) return;
    handle.highlight({ ids, isPart: false });
    return () => handle.highlight(null);
  }, [handle, lens, map, choices]);

  return (
    <div className="map-lens">
      <output className="visually-hidden">
        {seers === null || who === null ? '' : t('map.lensOn', { who })}
      </output>
      <UnitLensMenu lens={lens} onLens={setLens} choices={choices} word={word} />
    </div>
  );
}

/** Says aloud which card or link was chosen by keyboard; the canvas itself is silent to a screen reader. */
function SpokenChoice({ handle }: { handle: MapHandle }) {
  const { nodes, links } = useMapSelection(handle);
  const map = useProjection(mapOf);
  const [id] = nodes.length + links.length === 1 ? [...nodes, ...links] : [];
  const node = map.nodes.find((known) => known.id === id);
  const link = map.links.find((known) => known.id === id);
  const words =
    node !== undefined
      ? t('map.cardSays', { kind: t(KINDS[node.kind].one), text: node.label })
      : link !== undefined
        ? mapLinkSentence(map, link)
        : '';
  return (
    <output dir="auto" className="visually-hidden">
      {words}
    </output>
  );
}
