import { useEditor, useValue, type TLShapeId, useQuickReactor, type Editor } from '@tldraw/tldraw';
import { useState, useRef } from 'react';
import { linkPath, palette, type Box } from '@coherence/picture';
import { boxOfCard } from '../model/shapes/shape-size.ts';
import type { FactorRecord } from '../shape-records.ts';
import { linkingOf } from '../tools/link-tool.ts';

/**
 * On the screen in px: from the edge of a card to the middle of its handle, and the radius that takes a press. It
 * leaves the edge itself to the grips for the width, and begins where the card is still under the pointer.
 */
const OUT = 21;
const TARGET = 14;
const DOT = 6;

/** Dots at the edges of the card under the pointer or chosen: a drag from one to another card is a link. */
export function LinkHandles() {
  const editor = useEditor();
  const [held, setHeld] = useState<TLShapeId | null>(null);
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor]);
  const card = useValue('card with handles', () => cardWithHandles(), [editor, held]);

  function cardWithHandles(): FactorRecord | null {
    if (editor.getIsReadonly() || !editor.isIn('select.idle')) return null;
    const hovered =
      editor.getInstanceState().isHoveringCanvas === true ? editor.getHoveredShape() : undefined;
    const shape = hovered?.type === 'factor' ? hovered : held === null ? null : editor.getShape(held);
    const chosen = editor.getOnlySelectedShape();
    const shown = shape ?? chosen;
    return shown?.type === 'factor' ? (shown as FactorRecord) : null;
  }

  if (card === null) return null;
  const { x, y, w, h } = boxOfCard(card);
  const out = OUT / zoom;
  const places = [
    [x + w / 2, y - out],
    [x + w + out, y + h / 2],
    [x + w / 2, y + h + out],
    [x - out, y + h / 2],
  ] as const;
  return (
    <svg className="tl-overlays__item" aria-hidden>
      {places.map(([cx, cy], index) => (
        <g
          key={index}
          className="map-handle"
          onPointerEnter={() => setHeld(card.id)}
          onPointerLeave={() => setHeld(null)}
          // The press goes on to the canvas, where the tool that is now in the hand takes it.
          onPointerDown={() => {
            setHeld(null);
            editor.setCurrentTool('link', { from: card.id });
          }}
        >
          <circle cx={cx} cy={cy} r={TARGET / zoom} fill="transparent" />
          <circle className="map-handle-dot" cx={cx} cy={cy} r={DOT / zoom} strokeWidth={1.5 / zoom} />
        </g>
      ))}
    </svg>
  );
}

/** The link that a drag or two taps are about to make, from its card to the pointer or the card under it. */
export function LinkInTheMaking() {
  const editor = useEditor();
  const line = useRef<SVGPathElement>(null);
  const head = useRef<SVGPathElement>(null);
  const ends = useValue('ends of the link', () => endsOf(editor), [editor]);

  useQuickReactor(
    'draw the link in the making',
    () => {
      const linking = linkingOf(editor).get();
      const from = linking === null ? null : boxOf(editor, linking.from);
      const over = linking === null ? null : boxOf(editor, linking.over);
      const path =
        linking?.isDragging && from !== null
          ? linkPath(from, over ?? pointer(editor), { polarity: '+' })
          : null;
      line.current?.setAttribute('d', path?.d ?? '');
      head.current?.setAttribute('d', path?.head ?? '');
    },
    [editor],
  );

  return (
    <svg className="tl-overlays__item" aria-hidden>
      {ends.map(({ x, y, w, h, radius = 0 }, index) => (
        <rect
          key={index}
          className="map-link-end"
          x={x - 3}
          y={y - 3}
          width={w + 6}
          height={h + 6}
          rx={radius + 3}
        />
      ))}
      <path ref={line} fill="none" stroke={palette.accent} strokeWidth={2} />
      <path ref={head} fill={palette.accent} />
    </svg>
  );
}

function endsOf(editor: Editor): readonly Box[] {
  const linking = linkingOf(editor).get();
  if (linking === null) return [];
  return [boxOf(editor, linking.from), boxOf(editor, linking.over)].filter((box) => box !== null);
}

function boxOf(editor: Editor, id: TLShapeId | null): Box | null {
  const shape = id === null ? undefined : editor.getShape(id);
  return shape?.type === 'factor' ? boxOfCard(shape as FactorRecord) : null;
}

function pointer(editor: Editor): Box {
  const { x, y } = editor.inputs.currentPagePoint;
  return { x, y, w: 1, h: 1 };
}
