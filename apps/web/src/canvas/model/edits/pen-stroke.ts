import { addDrawing, appendStroke, CHUNK_POINTS_MAX, type Ink } from '@coherence/board';
import type { LiveBoard } from '../../../live/open-board.ts';

type Point = { readonly x: number; readonly y: number };

/**
 * A stroke as it reaches the board: the first chunk makes the record, each later chunk is written once and never
 * again. Points are kept relative to where the stroke began, in tenths of a px.
 */
export class PenStroke {
  readonly #doc: LiveBoard['doc'];
  readonly #start: Point;
  readonly #ink: Ink;
  #waiting: number[] = [0, 0];
  #id: string | null = null;

  constructor(doc: LiveBoard['doc'], start: Point, ink: Ink) {
    this.#doc = doc;
    this.#start = { x: Math.round(start.x), y: Math.round(start.y) };
    this.#ink = ink;
  }

  add({ x, y }: Point): void {
    this.#waiting.push(tenth(x - this.#start.x), tenth(y - this.#start.y));
  }

  /** Writes the points that have come since the last time. */
  write(): void {
    while (this.#waiting.length > 0) {
      const chunk = this.#waiting.splice(0, CHUNK_POINTS_MAX * 2);
      if (this.#id !== null) {
        appendStroke(this.#doc, this.#id, chunk);
        continue;
      }
      const pos: [number, number, number] = [this.#start.x, this.#start.y, 40];
      const added = addDrawing(this.#doc, { kind: 'pen', pos, ink: this.#ink, points: chunk });
      if (!added.ok) return;
      this.#id = added.value;
    }
  }
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
