import { mapOf, setDrawingInk } from '@coherence/board';
import { t } from '@coherence/words';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { inkColors } from '@coherence/picture';
import type { MapHandle } from '../../../canvas/map-handle.ts';
import { useLive } from '../../../live/live-context.tsx';
import { useProjection } from '../../../live/document/use-projection.ts';
import { Button } from '../../../ui/button.tsx';
import { useConsoleBeside } from '../../../frame/use-fold.ts';
import { ChosenCard } from './chosen-card.tsx';
import { ChosenCards } from './chosen-cards.tsx';
import { offMapCards } from './off-map-list.ts';
import { OffMap } from './off-map.tsx';
import type { MapCommands } from '../commands/use-map-commands.ts';
import { useMapSelection } from '../use-map-status.ts';
import { INKS } from '../../../canvas/model/shapes/map-shapes.ts';
import { useOperation } from '../../../live/document/use-operation.ts';
import { Choices } from '../../../ui/choices.tsx';
import './map-panel.css';

const WIDE = '(min-width: 1280px)';

function subscribeWide(listener: () => void): () => void {
  const wide = matchMedia(WIDE);
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
}

type MapPanelProps = {
  /** Null while the canvas is still coming: the panel stands where it will stand, so that nothing jumps. */
  handle: MapHandle | null;
  commands: MapCommands;
  onGroup: (ids: readonly string[]) => void;
};

/** Beside the map: what is chosen, else what is not on it yet. On narrower screens, and beside the console, it folds away. */
export function MapPanel({ handle, commands, onGroup }: MapPanelProps) {
  const selection = useMapSelection(handle);
  const { nodes } = useProjection(mapOf);
  const offMap = useProjection(offMapCards);
  const { canEdit } = useLive();
  const panel = useRef<HTMLElement>(null);
  const isBeside = useConsoleBeside();
  const isWide = useSyncExternalStore(subscribeWide, () => matchMedia(WIDE).matches);
  const hasRoom = isWide && !isBeside;
  const [isOpen, setOpen] = useState(hasRoom);
  const [hadRoom, setHadRoom] = useState(hasRoom);
  useEffect(() => {
    if (hadRoom === hasRoom) return;
    setHadRoom(hasRoom);
    // Not while somebody is at work in it.
    if (panel.current?.contains(document.activeElement) !== true) setOpen(hasRoom);
  }, [hadRoom, hasRoom]);
  const chosen = nodes.filter(({ id }) => selection.nodes.includes(id));
  const [only] = chosen;

  if (!isOpen) {
    if (chosen.length === 0 && offMap.length === 0) return null;
    return (
      <Button className="map-panel-open" onClick={() => setOpen(true)}>
        {chosen.length > 0 ? t('map.panelOpenChosen') : t('map.panelOpen', { n: offMap.length })}
      </Button>
    );
  }
  return (
    <aside
      ref={panel}
      className={isBeside ? 'map-panel map-panel-over' : 'map-panel'}
      aria-label={t('map.panel')}
    >
      <Button variant="quiet" className="map-panel-close" onClick={() => setOpen(false)}>
        {t('map.panelClose')}
      </Button>
      {handle !== null && only !== undefined && chosen.length === 1 ? (
        <ChosenCard key={only.id} node={only} handle={handle} commands={commands} />
      ) : chosen.length > 1 ? (
        <ChosenCards nodes={chosen} commands={commands} onGroup={onGroup} />
      ) : selection.drawings.length > 0 ? (
        <ChosenDrawings ids={selection.drawings} commands={commands} />
      ) : (
        <>
          <OffMap cards={offMap} onPut={commands.put} />
          {handle === null || !canEdit ? null : <MapHints />}
        </>
      )}
    </aside>
  );
}

const HINTS = ['add', 'write', 'link', 'sign', 'group', 'paste', 'keys'] as const;

/** How to work on the map, in a few lines: there is no tour. */
function MapHints() {
  return (
    <section className="map-panel-part map-hints">
      <h4>{t('map.hints')}</h4>
      <dl>
        {HINTS.map((hint) => (
          <div key={hint}>
            <dt>{t(`map.hint_${hint}`)}</dt>
            <dd>{t(`map.how_${hint}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Pen strokes, notes and texts: their colour, and the way to remove them. */
function ChosenDrawings({ ids, commands }: { ids: readonly string[]; commands: MapCommands }) {
  const { canEdit } = useLive();
  const run = useOperation();
  const { drawings } = useProjection(mapOf);
  const inks = new Set(drawings.filter(({ id }) => ids.includes(id)).map(({ ink }) => ink));
  const [ink = null] = inks.size === 1 ? inks : [];
  return (
    <>
      <h3 className="map-panel-title">{t('map.chosenDrawings', { n: ids.length })}</h3>
      {canEdit ? (
        <>
          <Choices
            className="map-inks"
            legend={t('map.ink')}
            value={ink}
            choices={INKS.map((known) => ({
              value: known,
              name: t(`map.ink_${known}`),
              label: <span style={{ background: inkColors[known] }} />,
            }))}
            onChoose={(chosen) =>
              run((doc) => {
                for (const id of ids) setDrawingInk(doc, id, chosen);
              })
            }
          />
          <div className="map-panel-actions">
            <Button onClick={() => commands.removeDrawings(ids)}>{t('map.removeDrawing')}</Button>
          </div>
        </>
      ) : null}
    </>
  );
}
