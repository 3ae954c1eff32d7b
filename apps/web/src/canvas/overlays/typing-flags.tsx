import { useEditor, useValue, type TLShapeId } from '@tldraw/tldraw';
import { useTypists, type Typist } from '../../factors/use-typists.ts';
import { shapeIdOf } from '../shape-records.ts';

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
