import { addFactors } from '@coherence/board';
import { cardMetrics, cardSize, placeMany, type Box } from '@coherence/picture';
import type { Editor } from '@tldraw/tldraw';
import { PLAIN_KIND } from '../../factors/kinds.ts';
import type { LiveBoard } from '../../live/open-board.ts';
import { runOperation } from '../../live/document/use-operation.ts';
import { boxOfCard } from '../model/shapes/shape-size.ts';
import { isInField, showCardView } from '../../factors/cards/card-view.ts';
import type { PastedFactors } from '../../factors/paste/pasted-factors.ts';
import { fetchPaste, takePaste } from '../../factors/paste/take-paste.ts';
import type { MapRequest } from '../map-handle.ts';
import { fromStoreRecord, recordIdOf, shapeIdOf } from '../shape-records.ts';
import type { BoardBinding } from '../board-binding.ts';

/** What the map does with cards and words that are copied, cut, pasted or dropped: what comes in goes to the pointer. */
export function listenToClipboard(
  editor: Editor,
  board: LiveBoard,
  binding: BoardBinding,
  onRequest: (request: MapRequest) => void,
): () => void {
  const page = editor.getContainer().ownerDocument;

  function takeTexts({ texts, left }: PastedFactors, event: Event): void {
    const ids = runOperation(board, (doc, actor) =>
      addFactors(doc, { texts: [...texts], pos: freePlaces(editor, texts, event) }, actor),
    );
    if (ids !== null) show(ids);
    if (left > 0) onRequest({ ask: 'pasted', left });
  }

  function show(ids: readonly string[]): void {
    binding.pull();
    editor.setSelectedShapes(ids.map(shapeIdOf));
  }

  const onPaste = (event: ClipboardEvent): void => {
    if (event.defaultPrevented || isInField(event.target) || !board.canEdit) return;
    takePaste(event, (found) => takeTexts(found, event), 1);
  };

  fetchPaste();
  page.addEventListener('paste', onPaste);
  const stopView = showCardView({
    chosenAt: () => chosenCards(editor),
    placeFor: (event, texts) => ({ pos: freePlaces(editor, texts, event) }),
    takeTexts,
    remove: (ids) => onRequest({ ask: 'cut', ids }),
    pasted: show,
  });
  return () => {
    stopView();
    page.removeEventListener('paste', onPaste);
  };
}

function chosenCards(editor: Editor): { ids: readonly string[]; words: readonly string[] } {
  const shapes = editor.getSelectedShapes().map(fromStoreRecord);
  return {
    ids: shapes.flatMap((shape) => (shape?.type === 'factor' ? [recordIdOf(shape.id)] : [])),
    words: shapes.flatMap((shape) =>
      shape?.type === 'factor' || shape?.type === 'writing' ? [shape.props.text] : [],
    ),
  };
}

function freePlaces(editor: Editor, texts: readonly string[], event: Event): [number, number, number][] {
  const taken: Box[] = editor.getCurrentPageShapes().flatMap((record) => {
    const shape = fromStoreRecord(record);
    return shape?.type === 'factor' ? [boxOfCard(shape)] : [];
  });
  const sizes = texts.map((text) => cardSize({ text, kind: PLAIN_KIND }));
  const near = pointerOf(editor, event);
  return placeMany(taken, sizes, { x: near.x, y: near.y }).map(({ x, y }) => [x, y, cardMetrics.width]);
}

function pointerOf(editor: Editor, event: Event): { readonly x: number; readonly y: number } {
  if (event instanceof DragEvent) return editor.screenToPage({ x: event.clientX, y: event.clientY });
  const isOver = editor.getInstanceState().isHoveringCanvas === true;
  return isOver ? editor.inputs.currentPagePoint : editor.getViewportPageBounds().center;
}
