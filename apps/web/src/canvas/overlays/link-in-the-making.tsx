import { linkPath, palette, type Box } from '@coherence/picture';
import { useEditor, useQuickReactor, useValue, type Editor, type TLShapeId } from '@tldraw/tldraw';
import { useRef } from 'react';
import { boxOfCard } from '../model/shapes/card-box.ts';
import type { FactorRecord } from '../shape-records.ts';
import { linkingOf } from '../tools/link-tool.ts';

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
