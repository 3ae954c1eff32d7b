import { addDrawing, addInfluence, addNode, removeDrawings, removeNodes, type Pos } from '@coherence/board';
import { cardMetrics, cardSize, placeNear, type Box } from '@coherence/picture';
import type { Editor } from '@tldraw/tldraw';
import { KINDS } from '../factors/kinds.ts';
import type { LiveBoard } from '../live/open-board.ts';
import { runOperation } from '../live/document/use-operation.ts';
import type { CanvasActions, MapPoint, Stroke } from './actions.ts';
import { boxOfCard } from './model/shapes/shape-size.ts';
import { PenStroke } from './model/edits/pen-stroke.ts';
import { fromStoreRecord, shapeIdOf } from './shape-records.ts';
import type { BoardBinding } from './board-binding.ts';
import { penInk, strokeInHand } from './tools/in-hand.ts';

const NOTE_WIDTH = 200;
const TEXT_WIDTH = 260;
/** Room between a card and the next one that grows from it, in px. */
const NEXT_GAP = 110;
/** A stroke is written to the board at most once in this time, in ms. */
const STROKE_WRITE_MS = 100;

/** What tools and shapes of this editor may do to this board. */
export function boardActions(editor: Editor, board: LiveBoard, binding: BoardBinding): CanvasActions {
  const node = (id: string) => binding.map().nodes.find((known) => known.id === id) ?? null;

  function open(id: string | null): void {
    if (id === null) return;
    binding.pull();
    editor.setCurrentTool('select');
    editor.select(shapeIdOf(id));
    editor.setEditingShape(shapeIdOf(id));
  }

  function addCard(kind: Parameters<CanvasActions['addCard']>[0], at: MapPoint, from?: string): void {
    const { w, h } = cardSize({ text: '', kind });
    const pos: Pos = [Math.round(at.x - w / 2), Math.round(at.y - h / 2), cardMetrics.width];
    const id = runOperation(board, (doc, actor) => {
      const added = addNode(doc, { kind, text: '', pos }, actor);
      if (added.ok && from !== undefined) addInfluence(doc, { from, to: added.value }, actor);
      return added;
    });
    open(id);
  }

  return {
    addCard,
    addNext(from) {
      const source = node(from);
      const record = editor.getShape(shapeIdOf(from));
      const shape = record === undefined ? null : fromStoreRecord(record);
      if (source === null || shape?.type !== 'factor') return;
      const box = boxOfCard(shape);
      const kind = KINDS[source.kind].next;
      const size = cardSize({ text: '', kind });
      const near = { x: box.x + box.w + NEXT_GAP + size.w / 2, y: box.y + size.h / 2 };
      const place = placeNear(cardBoxes(editor), size.w, size.h, near);
      addCard(kind, { x: place.x + size.w / 2, y: place.y + size.h / 2 }, from);
    },
    addWriting(kind, at) {
      const w = kind === 'note' ? NOTE_WIDTH : TEXT_WIDTH;
      const pos: [number, number, number] = [Math.round(at.x), Math.round(at.y - 16), w];
      const ink = kind === 'note' ? 'yellow' : 'ink';
      open(runOperation(board, (doc) => addDrawing(doc, { kind, pos, ink })));
    },
    link(from, to) {
      const id = runOperation(board, (doc, actor) => addInfluence(doc, { from, to }, actor));
      if (id === null) return;
      binding.pull();
      editor.select(shapeIdOf(`${from}>${to}`));
    },
    finishEditing(id) {
      if (editor.getEditingShapeId() === shapeIdOf(id)) editor.setEditingShape(null);
    },
    startStroke(at) {
      return startStroke(editor, board, at);
    },
  };
}

function cardBoxes(editor: Editor): Box[] {
  return editor.getCurrentPageShapes().flatMap((record) => {
    const shape = fromStoreRecord(record);
    return shape?.type === 'factor' ? [boxOfCard(shape)] : [];
  });
}

/** A card or note that was left without a word is noise: it goes, and undo brings it back. */
export function removeIfWordless(board: LiveBoard, binding: BoardBinding, id: string): void {
  const map = binding.map();
  const node = map.nodes.find((known) => known.id === id);
  const drawing = map.drawings.find((known) => known.id === id);
  const words = node?.text ?? drawing?.text;
  if (words === undefined || words.trim() !== '' || !board.canEdit) return;
  board.undo.step(() => {
    if (drawing !== undefined) removeDrawings(board.doc, [id]);
    else if (node !== undefined) removeNodes(board.doc, [node]);
  });
  binding.pull();
}

function startStroke(editor: Editor, board: LiveBoard, at: MapPoint): Stroke {
  const ink = penInk(editor).get();
  const stroke = new PenStroke(board.doc, at, ink);
  const shown = strokeInHand(editor);
  if (!board.canEdit) return { add: () => undefined, end: () => undefined };
  board.undo.begin();
  shown.set({ ink, points: [at] });
  const timer = setInterval(() => stroke.write(), STROKE_WRITE_MS);
  return {
    add(point) {
      stroke.add(point);
      shown.update((now) => (now === null ? null : { ...now, points: [...now.points, { ...point }] }));
    },
    end() {
      clearInterval(timer);
      stroke.write();
      board.undo.end();
      shown.set(null);
    },
  };
}
