import { StateNode, type TLPointerEventInfo } from '@tldraw/tldraw';
import { actionsOf } from '../actions.ts';
import { newKind } from './new-kind.ts';

/** Puts a new card of the chosen kind where the person taps, open for typing. */
export class CardTool extends StateNode {
  static override id = 'factor';

  override onEnter(): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 });
  }

  override onPointerUp(_info: TLPointerEventInfo): void {
    actionsOf(this.editor).addCard(newKind(this.editor).get(), this.editor.inputs.currentPagePoint);
  }

  override onCancel(): void {
    this.editor.setCurrentTool('select');
  }
}
