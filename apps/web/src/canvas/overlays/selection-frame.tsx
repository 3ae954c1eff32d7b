import {
  useEditor,
  useSelectionEvents,
  useValue,
  type TLSelectionForegroundProps,
  useEditorComponents,
  type TLShapeId,
} from '@tldraw/tldraw';

const SIDES = ['left', 'right'] as const;
/** Length of the grip on the side of a card, on the screen in px. */
const GRIP = 26;

/** The frame around several chosen shapes; on a single card or note two grips for its width. */
export function SelectionFrame({ bounds }: TLSelectionForegroundProps) {
  const editor = useEditor();
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor]);
  const isWide = useValue('card can be made wider', () => hasWidth(), [editor]);
  const isSeveral = useValue('several are chosen', () => editor.getSelectedShapeIds().length > 1, [editor]);

  function hasWidth(): boolean {
    const only = editor.getOnlySelectedShape();
    if (only === null || editor.getIsReadonly() || !editor.isInAny('select.idle', 'select.pointing_shape'))
      return false;
    return only.type === 'factor' || only.type === 'writing';
  }

  const transform = `translate(${bounds.x}px, ${bounds.y}px)`;
  return (
    <svg className="tl-overlays__item tl-selection__fg" style={{ transform }} aria-hidden>
      {isSeveral ? (
        <rect className="map-frame" width={bounds.w} height={bounds.h} strokeWidth={1.5 / zoom} />
      ) : null}
      {isWide
        ? SIDES.map((side) => <Grip key={side} side={side} w={bounds.w} h={bounds.h} zoom={zoom} />)
        : null}
    </svg>
  );
}

type GripProps = { side: (typeof SIDES)[number]; w: number; h: number; zoom: number };

function Grip({ side, w, h, zoom }: GripProps) {
  const events = useSelectionEvents(side);
  const length = Math.min(GRIP / zoom, h * 0.6);
  const x = side === 'left' ? 0 : w;
  return (
    <g className="map-grip" {...events}>
      <rect x={x - 7 / zoom} y={h * 0.2} width={14 / zoom} height={h * 0.6} fill="transparent" />
      <rect
        x={x - 2.5 / zoom}
        y={(h - length) / 2}
        width={5 / zoom}
        height={length}
        rx={2.5 / zoom}
        className="map-grip-bar"
        strokeWidth={1.5 / zoom}
      />
    </g>
  );
}

const QUIET = ['select.translating', 'select.resizing', 'select.editing_shape'] as const;

/** Outlines of what is chosen and what is under the pointer, and of nothing else: half the elements of a big map. */
export function SlimIndicators() {
  const editor = useEditor();
  const { ShapeIndicator } = useEditorComponents();
  const ids = useValue('outlined shapes', () => outlined(), [editor]);

  function outlined(): readonly TLShapeId[] {
    if (!editor.isIn('select') || editor.isInAny(...QUIET)) return [];
    const chosen = editor.getSelectedShapeIds();
    const { isHoveringCanvas, isCoarsePointer } = editor.getInstanceState();
    const hovered = isHoveringCanvas === true && !isCoarsePointer ? editor.getHoveredShapeId() : null;
    return hovered === null || chosen.includes(hovered) ? chosen : [...chosen, hovered];
  }

  if (ShapeIndicator === null) return null;
  return ids.map((id) => <ShapeIndicator key={id} shapeId={id} />);
}
