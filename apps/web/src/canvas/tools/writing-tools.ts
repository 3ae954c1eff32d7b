import { StateNode } from '@tldraw/tldraw';
import { actionsOf } from '../actions.ts';

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
