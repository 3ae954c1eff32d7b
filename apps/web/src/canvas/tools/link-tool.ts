import { atom, StateNode, type TLShapeId } from '@tldraw/tldraw';
import { actionsOf } from '../actions.ts';
import { perEditor } from '../per-editor.ts';
import { newKind } from './in-hand.ts';
import { recordIdOf } from '../shape-records.ts';

/** The link in the making: where it starts, and whether it follows the pointer or waits for a second tap. */
type Linking = {
  readonly from: TLShapeId;
  readonly over: TLShapeId | null;
  readonly isDragging: boolean;
};

export const linkingOf = perEditor(() => atom<Linking | null>('linking', null));

/**
 * Links two cards: drag from one to the other, or tap one and then the other. A card chosen beforehand is where the
 * link starts. A drag that ends on empty paper makes a new card there, open for its words, so that no end is loose.
 */
export class LinkTool extends StateNode {
  static override id = 'link';

  override onEnter(info: { from?: TLShapeId } | undefined): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 });
    const only = this.editor.getOnlySelectedShape();
    const from = info?.from ?? (only?.type === 'factor' ? only.id : null);
    this.#set(from === null ? null : { from, over: null, isDragging: false });
    this.editor.selectNone();
  }

  override onPointerDown(): void {
    const under = this.#cardUnder();
    const linking = linkingOf(this.editor).get();
    if (linking === null && under !== null) this.#set({ from: under, over: null, isDragging: false });
  }

  override onPointerMove(): void {
    const linking = linkingOf(this.editor).get();
    if (linking === null) return;
    const under = this.#cardUnder();
    const isDragging = linking.isDragging || this.editor.inputs.isDragging;
    this.#set({ ...linking, over: under === linking.from ? null : under, isDragging });
  }

  override onPointerUp(): void {
    const linking = linkingOf(this.editor).get();
    if (linking === null) return;
    const under = this.#cardUnder();
    if (under !== null && under !== linking.from) this.#link(linking.from, under);
    else if (linking.isDragging && under === null) this.#growCard(linking.from);
    else if (linking.isDragging) this.#leave();
    else if (under === null) this.#set(null);
    else this.#set({ ...linking, isDragging: false });
  }

  override onExit(): void {
    this.#set(null);
  }

  override onCancel(): void {
    if (linkingOf(this.editor).get() === null) this.#leave();
    else this.#set(null);
  }

  override onInterrupt(): void {
    this.#leave();
  }

  #link(from: TLShapeId, to: TLShapeId): void {
    this.#leave();
    actionsOf(this.editor).link(recordIdOf(from), recordIdOf(to));
  }

  #growCard(from: TLShapeId): void {
    const at = this.editor.inputs.currentPagePoint.clone();
    this.#leave();
    actionsOf(this.editor).addCard(newKind(this.editor).get(), at, recordIdOf(from));
  }

  #leave(): void {
    this.#set(null);
    this.editor.setCurrentTool('select');
  }

  #set(linking: Linking | null): void {
    linkingOf(this.editor).set(linking);
  }

  #cardUnder(): TLShapeId | null {
    const shape = this.editor.getShapeAtPoint(this.editor.inputs.currentPagePoint, {
      hitInside: true,
      margin: 14 / this.editor.getZoomLevel(),
      filter: ({ type }) => type === 'factor',
    });
    return shape?.id ?? null;
  }
}
