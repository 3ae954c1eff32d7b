import { StateNode, Vec } from '@tldraw/tldraw';
import { actionsOf, type Stroke } from '../actions.ts';

/** Points closer than this on the screen add nothing to a stroke, in px. */
const NEAREST = 1.5;

/** Draws a stroke from press to release; the tool stays in the hand for the next one. */
export class PenTool extends StateNode {
  static override id = 'pen';
  static override useCoalescedEvents = true;

  #stroke: Stroke | null = null;
  #last = new Vec();

  override onEnter(): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 });
  }

  override onPointerDown(): void {
    this.#finish();
    this.#last = this.editor.inputs.currentPagePoint.clone();
    this.#stroke = actionsOf(this.editor).startStroke(this.#last);
  }

  override onPointerMove(): void {
    if (this.#stroke === null) return;
    const point = this.editor.inputs.currentPagePoint;
    if (Vec.Dist(point, this.#last) * this.editor.getZoomLevel() < NEAREST) return;
    this.#last = point.clone();
    this.#stroke.add(point);
  }

  override onPointerUp(): void {
    this.#finish();
  }

  override onExit(): void {
    this.#finish();
  }

  override onInterrupt(): void {
    this.#finish();
  }

  override onCancel(): void {
    const wasDrawing = this.#stroke !== null;
    this.#finish();
    if (!wasDrawing) this.editor.setCurrentTool('select');
  }

  #finish(): void {
    this.#stroke?.end();
    this.#stroke = null;
  }
}
