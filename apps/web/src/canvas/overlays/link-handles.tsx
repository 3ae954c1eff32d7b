import { useEditor, useValue, type TLShapeId } from '@tldraw/tldraw';
import { useState } from 'react';
import { boxOfCard } from '../model/shapes/card-box.ts';
import type { FactorRecord } from '../shape-records.ts';

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
