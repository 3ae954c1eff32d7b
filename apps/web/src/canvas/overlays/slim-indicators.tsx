import { useEditor, useEditorComponents, useValue, type TLShapeId } from '@tldraw/tldraw';

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
