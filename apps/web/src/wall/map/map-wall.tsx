import { mapOf, type BoardSnapshot } from '@coherence/board';
import { t } from '@coherence/words';
import { Suspense, useEffect, useMemo, useRef, useState, useReducer } from 'react';
import { lazyPart } from '../../frame/lazy.ts';
import type { MapHandle } from '../../canvas/map-handle.ts';
import { useProjection } from '../../live/document/use-projection.ts';
import { Legend } from '../../views/map/legend.tsx';
import { useLicenseKey } from '../../views/map/use-license-key.ts';
import { highlightTarget } from './highlight-target.ts';
import { mapParts, WALL_ZOOM, wallBoxes } from './map-parts.ts';
import '../../views/map/map.css';

const MapCanvas = lazyPart(() => import('../../canvas/map-canvas.tsx'), 'MapCanvas', ['map', 'outline']);

const loopsOf = (snapshot: BoardSnapshot) => snapshot.loops;
const nothing = (): void => undefined;

type MapWallProps = {
  /** Id of a group to show, or of a loop, link or card to highlight. */
  record: string | null;
  /** Which part, from 1; past the last it is the last. */
  page: number;
  onPages: (pages: number) => void;
};

/** The map on the wall: no tools, no cursors; in parts where all of it would be too small to read. */
export function MapWall({ record, page, onPages }: MapWallProps) {
  const license = useLicenseKey();
  const map = useProjection(mapOf);
  const loops = useProjection(loopsOf);
  const boxes = useProjection(wallBoxes);
  const stage = useRef<HTMLDivElement>(null);
  const [handle, setHandle] = useState<MapHandle | null>(null);
  const size = useSize(stage);
  const highlight = useMemo(() => highlightTarget(map, loops, record), [map, loops, record]);

  const parts = useMemo(() => {
    const room = { w: size.w / WALL_ZOOM.smallest, h: size.h / WALL_ZOOM.smallest };
    const all = mapParts(boxes, map.groups, room);
    if (highlight.cards.length === 0 || all.length <= 1) return all;
    return mapParts(
      boxes.filter(({ id }) => highlight.cards.includes(id)),
      [],
      room,
    );
  }, [boxes, map, highlight, size]);
  const part = parts[Math.min(page, parts.length) - 1];

  useEffect(() => onPages(Math.max(parts.length, 1)), [onPages, parts.length]);
  useEffect(() => {
    const isPart = highlight.ids === null && parts.length > 1 && part !== undefined;
    const ids = highlight.ids ?? (isPart ? new Set(part.cards) : null);
    handle?.highlight(ids === null ? null : { ids, isPart });
  }, [handle, highlight, parts, part]);
  useEffect(() => {
    if (handle !== null && part !== undefined) handle.frame(part.bounds, WALL_ZOOM);
  }, [handle, part, size]);

  return (
    <div className="wall-map">
      <div ref={stage} className="wall-map-stage" inert>
        <h2 className="visually-hidden">{t('map.title')}</h2>
        {boxes.length === 0 ? <p className="wall-line">{t('projector.mapEmpty')}</p> : null}
        <Suspense fallback={null}>
          {license === null || boxes.length === 0 ? null : (
            <MapCanvas onHandle={setHandle} onRequest={nothing} licenseKey={license.key} />
          )}
        </Suspense>
      </div>
      <div className="wall-map-words">
        {highlight.sentences.slice(0, SENTENCES_MAX).map((sentence) => (
          <p key={sentence} className="wall-sentence">
            {sentence}
          </p>
        ))}
        <Legend />
      </div>
    </div>
  );
}

/** More sentences than this would leave no room for the map. */
const SENTENCES_MAX = 3;

function useSize(stage: { readonly current: HTMLElement | null }): {
  readonly w: number;
  readonly h: number;
} {
  const [size, setSize] = useReducer(
    (before: { w: number; h: number }, next: { w: number; h: number }) =>
      before.w === next.w && before.h === next.h ? before : next,
    { w: 0, h: 0 },
  );
  useEffect(() => {
    const element = stage.current;
    if (element === null) return undefined;
    const measure = (): void => setSize({ w: element.clientWidth, h: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [stage]);
  return size;
}
