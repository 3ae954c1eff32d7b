import { inkColors } from '@coherence/picture';
import { useEditor, useValue } from '@tldraw/tldraw';
import { penWidth, strokePath } from '@coherence/picture';
import { strokeInHand } from '../tools/stroke-in-hand.ts';

/** The pen stroke being drawn here, point by point; the board gets it in chunks. */
export function StrokePreview() {
  const editor = useEditor();
  const stroke = useValue('stroke in hand', () => strokeInHand(editor).get(), [editor]);
  if (stroke === null) return null;
  return (
    <svg className="tl-overlays__item" aria-hidden>
      <path
        d={strokePath(stroke.points)}
        fill="none"
        stroke={inkColors[stroke.ink]}
        strokeWidth={penWidth}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
