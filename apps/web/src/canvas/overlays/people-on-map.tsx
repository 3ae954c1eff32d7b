import { useEditor, useValue, type TLShapeId } from '@tldraw/tldraw';
import { useLive } from '../../live/live-context.tsx';
import { usePeople } from '../../live/people/presence.ts';
import { useTypists, type Typist } from '../../factors/use-typists.ts';
import { shapeIdOf } from '../shape-records.ts';

/** More cursors than this are a swarm, not people. */
const SHOWN_MAX = 24;

/** Where the others point on the map, each with a name flag in their colour; nowhere on the projector. */
export function PeopleCursors() {
  const editor = useEditor();
  const { role } = useLive();
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor]);
  const others = usePeople().filter(({ here, cursor }) => !here && cursor !== null);
  if (role === 'display') return null;
  return others.slice(0, SHOWN_MAX).map(({ clientId, cursor, name, colour }) => (
    <div
      key={clientId}
      className="map-cursor tl-overlays__item"
      style={{ transform: `translate(${cursor?.x ?? 0}px, ${cursor?.y ?? 0}px) scale(${1 / zoom})` }}
      aria-hidden
    >
      <svg width={18} height={18} viewBox="0 0 18 18">
        <path d="M2 2 15.5 8.2 9.3 9.6 7.2 15.4Z" fill={colour} stroke="#fff" strokeWidth={1.2} />
      </svg>
      {name === null ? null : (
        <span dir="auto" className="map-cursor-name" style={{ background: colour }}>
          {name}
        </span>
      )}
    </div>
  ));
}

/** Around a card in which somebody else is typing: a frame in their colour, with their name. */
export function TypingFlags() {
  const typists = useTypists();
  return [...typists].map(([id, typist]) => <TypingFlag key={id} shape={shapeIdOf(id)} typist={typist} />);
}

function TypingFlag({ shape, typist }: { shape: TLShapeId; typist: Typist }) {
  const editor = useEditor();
  const bounds = useValue('card somebody types in', () => editor.getShapePageBounds(shape), [editor, shape]);
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor]);
  if (bounds === undefined) return null;
  const { x, y, w, h } = bounds;
  return (
    <>
      <svg className="tl-overlays__item" aria-hidden>
        <rect
          x={x - 3}
          y={y - 3}
          width={w + 6}
          height={h + 6}
          rx={11}
          fill="none"
          stroke={typist.colour}
          strokeWidth={2 / zoom}
        />
      </svg>
      {typist.name === null ? null : (
        <span
          dir="auto"
          className="map-typist tl-overlays__item"
          style={{
            background: typist.colour,
            transform: `translate(${x - 3}px, ${y - 3}px) scale(${1 / zoom}) translateY(-100%)`,
          }}
        >
          {typist.name}
        </span>
      )}
    </>
  );
}
