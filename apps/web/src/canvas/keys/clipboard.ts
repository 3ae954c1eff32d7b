import { addFactors } from '@coherence/board';
import { cardMetrics, cardSize, placeMany, type Box } from '@coherence/picture';
import type { Editor } from '@tldraw/tldraw';
import { PLAIN_KIND } from '../../factors/kinds.ts';
import type { LiveBoard } from '../../live/open-board.ts';
import { runOperation } from '../../live/document/use-operation.ts';
import { boxOfCard } from '../model/shapes/shape-size.ts';
import { laterReader, takePaste } from '../../factors/paste/take-paste.ts';
import { fromStoreRecord, shapeIdOf } from '../shape-records.ts';
import type { BoardBinding } from '../board-binding.ts';

/**
 * Copy gives the words of what is chosen, one line each; paste makes a factor of every line, at the pointer. So a
 * card that is copied and pasted is a new factor with the same words and nothing else of the first.
 */
export function listenToClipboard(
  editor: Editor,
  board: LiveBoard,
  binding: BoardBinding,
  onTooMany: (left: number) => void,
): () => void {
  const page = editor.getContainer().ownerDocument;

  const onCopy = (event: ClipboardEvent): void => {
    if (isElsewhere(event)) return;
    const words = chosenWords(editor);
    if (words === '') return;
    event.clipboardData?.setData('text/plain', words);
    event.preventDefault();
  };

  const onPaste = (event: ClipboardEvent): void => {
    if (isElsewhere(event) || !board.canEdit) return;
    takePaste(
      event,
      ({ texts, left }) => {
        const ids = runOperation(board, (doc, actor) =>
          addFactors(doc, { texts: [...texts], pos: freePlaces(editor, texts) }, actor),
        );
        binding.pull();
        if (ids !== null) editor.setSelectedShapes(ids.map(shapeIdOf));
        if (left > 0) onTooMany(left);
      },
      1,
    );
  };

  void laterReader.fetch();
  page.addEventListener('copy', onCopy);
  page.addEventListener('paste', onPaste);
  return () => {
    page.removeEventListener('copy', onCopy);
    page.removeEventListener('paste', onPaste);
  };
}

function isElsewhere({ target, defaultPrevented }: ClipboardEvent): boolean {
  if (defaultPrevented) return true;
  return (
    target instanceof Element && target.closest('input, textarea, dialog, [contenteditable=true]') !== null
  );
}

function chosenWords(editor: Editor): string {
  return editor
    .getSelectedShapes()
    .map(fromStoreRecord)
    .flatMap((shape) => (shape?.type === 'factor' || shape?.type === 'writing' ? [shape.props.text] : []))
    .map((text) => text.replaceAll(/\s+/gu, ' ').trim())
    .join('\n');
}

function freePlaces(editor: Editor, texts: readonly string[]): [number, number, number][] {
  const taken: Box[] = editor.getCurrentPageShapes().flatMap((record) => {
    const shape = fromStoreRecord(record);
    return shape?.type === 'factor' ? [boxOfCard(shape)] : [];
  });
  const sizes = texts.map((text) => cardSize({ text, kind: PLAIN_KIND }));
  const isOver = editor.getInstanceState().isHoveringCanvas === true;
  const near = isOver ? editor.inputs.currentPagePoint : editor.getViewportPageBounds().center;
  return placeMany(taken, sizes, { x: near.x, y: near.y }).map(({ x, y }) => [x, y, cardMetrics.width]);
}
