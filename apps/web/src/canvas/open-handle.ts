import { settableValue } from '@coherence/protocol/observable-value';
import { computed, react, type Editor } from '@tldraw/tldraw';
import { actionsOf } from './actions.ts';
import { highlightOf } from './highlight.ts';
import { cameraFor, cameraWithin } from './model/screen/camera.ts';
import { MAP_TOOLS, type MapHandle, type MapSelection, type MapStatus, type MapTool } from './map-handle.ts';
import { fromStoreRecord, shapeIdOf } from './shape-records.ts';
import { linkingOf } from './tools/link-tool.ts';
import { newKind, penInk } from './tools/in-hand.ts';

const MOVE = { animation: { duration: 220 } } as const;

/** The handle of one editor; call `stop` when the editor goes. */
export function openHandle(editor: Editor): { handle: MapHandle; stop: () => void } {
  const selection = computed('chosen on the map', () => readSelection(editor), { isEqual: isSameSelection });
  const status = computed(
    'map status',
    (): MapStatus => ({
      tool: toolOf(editor.getCurrentToolId()),
      kind: newKind(editor).get(),
      ink: penInk(editor).get(),
      zoom: editor.getZoomLevel(),
      selection: selection.get(),
      isLinking: linkingOf(editor).get() !== null,
    }),
    {
      isEqual: (a: MapStatus, b: MapStatus) =>
        a.selection === b.selection && JSON.stringify(a) === JSON.stringify(b),
    },
  );
  const told = settableValue(status.get());
  const stop = react('tell about the map', () => void told.set(status.get()));
  const move = prefersStillness() ? {} : MOVE;

  const handle: MapHandle = {
    status: () => status.get(),
    subscribe: told.subscribe,
    setTool(tool) {
      editor.setCurrentTool(tool);
      editor.focus();
    },
    setKind: (kind) => newKind(editor).set(kind),
    setInk: (ink) => penInk(editor).set(ink),
    select(ids) {
      editor.setCurrentTool('select');
      editor.setSelectedShapes(ids.map(shapeIdOf).filter((id) => editor.getShape(id) !== undefined));
    },
    selectAll: () => void editor.setSelectedShapes([...editor.getCurrentPageShapeIds()]),
    selectFirst() {
      const first = editor.getCurrentPageShapesInReadingOrder().find(({ type }) => type === 'factor');
      if (first !== undefined) editor.select(first.id);
    },
    edit(id) {
      if (editor.getShape(shapeIdOf(id)) === undefined) return;
      editor.setCurrentTool('select');
      editor.select(shapeIdOf(id));
      editor.setEditingShape(shapeIdOf(id));
    },
    addCard: (kind) => actionsOf(editor).addCard(kind, editor.getViewportPageBounds().center),
    fit: () => fit(editor, move),
    fitSelection() {
      if (editor.getSelectedShapeIds().length === 0) fit(editor, move);
      else editor.zoomToSelection(move);
    },
    zoomTo(zoom) {
      const { x, y } = editor.getViewportPageBounds().center;
      const screen = editor.getViewportScreenBounds();
      editor.setCamera({ x: screen.w / 2 / zoom - x, y: screen.h / 2 / zoom - y, z: zoom }, move);
    },
    zoomBy: (factor) => void (factor > 1 ? editor.zoomIn(undefined, move) : editor.zoomOut(undefined, move)),
    center: () => ({ ...editor.getViewportPageBounds().center }),
    goTo: (point) => void editor.centerOnPoint(point, move),
    goToRecord(id) {
      const bounds = editor.getShapePageBounds(shapeIdOf(id));
      if (bounds !== undefined) editor.centerOnPoint(bounds.center, move);
    },
    focus: () => void editor.focus(),
    size() {
      const { w, h } = editor.getViewportScreenBounds();
      return { w, h };
    },
    frame(bounds, zoom) {
      const { w, h } = editor.getViewportScreenBounds();
      editor.setCamera(cameraWithin(bounds, { w, h }, zoom), move);
    },
    highlight(highlight) {
      highlightOf(editor).set(highlight);
    },
  };
  return { handle, stop };
}

/** Shows everything in the room that legend and toolbar leave, never larger than life. */
export function fit(editor: Editor, options: Parameters<Editor['setCamera']>[1] = {}): void {
  const bounds = editor.getCurrentPageBounds();
  const { w, h } = editor.getViewportScreenBounds();
  editor.setCamera(cameraFor(bounds ?? null, { w, h }, legendEnd(editor)), options);
}

/** Where the legend over this canvas ends, in px from its top: it wraps as it needs to. */
function legendEnd(editor: Editor): number {
  const legend = editor.getContainer().closest('[data-map-stage]')?.querySelector('[data-map-legend]');
  return legend instanceof HTMLElement ? legend.offsetTop + legend.offsetHeight : 0;
}

function toolOf(id: string): MapTool {
  return MAP_TOOLS.find((tool) => tool === id) ?? 'select';
}

function readSelection(editor: Editor): MapSelection {
  const chosen: Record<keyof MapSelection, string[]> = { nodes: [], links: [], drawings: [] };
  for (const record of editor.getSelectedShapes()) {
    const shape = fromStoreRecord(record);
    if (shape === null) continue;
    const list = shape.type === 'factor' ? 'nodes' : shape.type === 'influence' ? 'links' : 'drawings';
    chosen[list].push(shape.id);
  }
  return chosen;
}

function isSameSelection(a: MapSelection, b: MapSelection): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
