import { StateNode, type TLPointerEventInfo } from '@tldraw/tldraw';
import { actionsOf } from '../actions.ts';
import { newKind } from './in-hand.ts';

class WritingTool extends StateNode {
  override onEnter(): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 });
  }

  override onPointerUp(): void {
    const kind = this.id === 'note' ? 'note' : 'text';
    actionsOf(this.editor).addWriting(kind, this.editor.inputs.currentPagePoint);
  }

  override onCancel(): void {
    this.editor.setCurrentTool('select');
  }
}

/** A note on paper of its own, where the person taps. */
export class NoteTool extends WritingTool {
  static override id = 'note';
}

/** Words without paper, where the person taps. */
export class WordsTool extends WritingTool {
  static override id = 'text';
}

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
