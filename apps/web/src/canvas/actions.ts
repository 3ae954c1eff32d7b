import type { NodeKind } from '@coherence/board';
import type { Editor } from '@tldraw/tldraw';

export type MapPoint = { readonly x: number; readonly y: number };

/** What tools, shapes and keys may ask of the canvas: each is at most one undo step. */
export type CanvasActions = {
  /** A new card with its middle at a point of the map, open for typing; linked from another card if one is named. */
  addCard(kind: NodeKind, at: MapPoint, from?: string): void;
  /** From inside a card's editor: the next card, to its right and linked from it. */
  addNext(from: string): void;
  addWriting(kind: 'note' | 'text', at: MapPoint): void;
  link(from: string, to: string): void;
  /** Ends typing. A card or note left without words is then taken away. */
  finishEditing(id: string): void;
  startStroke(at: MapPoint): Stroke;
};

/** A pen stroke while it is drawn: points go to the board in chunks. */
export type Stroke = { add(at: MapPoint): void; end(): void };

const actionsByEditor = new WeakMap<Editor, CanvasActions>();

/** Tools and shapes know only their editor; this is where they find the board behind it. */
export function giveActions(editor: Editor, actions: CanvasActions): void {
  actionsByEditor.set(editor, actions);
}

export function actionsOf(editor: Editor): CanvasActions {
  const actions = actionsByEditor.get(editor);
  if (actions === undefined) throw new Error('The canvas has not been bound to a board');
  return actions;
}
