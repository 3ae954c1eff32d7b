import type { BoardFile } from '@coherence/board';
import { cardMetrics } from '@coherence/picture';

const GAP = 40;
const ROW_HEIGHT = 150;

/** Gives every factor and strategy of a map file a place: deterministic, the same for the same file. */
export function placeNodes(file: BoardFile): BoardFile {
  const count = file.factors.length + file.strategies.length;
  const columns = Math.max(1, Math.ceil(Math.sqrt(count)));
  const posAt = (index: number): [number, number, number] => [
    (index % columns) * (cardMetrics.width + GAP),
    Math.floor(index / columns) * ROW_HEIGHT,
    cardMetrics.width,
  ];
  return {
    ...file,
    factors: file.factors.map((factor, index) => ({ ...factor, pos: posAt(index) })),
    strategies: file.strategies.map((strategy, index) => ({
      ...strategy,
      pos: posAt(file.factors.length + index),
    })),
  };
}
