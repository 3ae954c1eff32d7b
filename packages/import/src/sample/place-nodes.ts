import { nodesOf, type BoardFile } from '@coherence/board';
import { cardMetrics, cardSize, layoutMap } from '@coherence/picture';

/** Gives every factor and strategy of a map file a place: one layout, the same for the same file. */
export function placeNodes(file: BoardFile): BoardFile {
  const sized = nodesOf(file).map(({ id, group, text, kind }) => {
    const { w, h } = cardSize({ text, kind }, cardMetrics.width);
    return { id, group, w, h };
  });
  const places = layoutMap({ nodes: sized, links: file.influences });
  const posOf = (id: string): [number, number, number] => {
    const { x, y } = places.get(id) ?? { x: 0, y: 0 };
    return [x, y, cardMetrics.width];
  };
  return {
    ...file,
    factors: file.factors.map((factor) => ({ ...factor, pos: posOf(factor.id) })),
    strategies: file.strategies.map((strategy) => ({ ...strategy, pos: posOf(strategy.id) })),
  };
}
