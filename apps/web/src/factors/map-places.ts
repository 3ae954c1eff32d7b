import { mapOf, nodesOf, votesByRecord, type BoardMap, type BoardSnapshot, type Pos } from '@coherence/board';
import { cardMetrics, cardSize, placeMany, type Box } from '@coherence/picture';

/**
 * Free places on the map for records that are not on it yet, beside what is there; nothing that exists moves.
 * Ids that are on the map already, or gone, get none.
 */
export function freePlaces(
  snapshot: BoardSnapshot,
  ids: readonly string[],
): readonly { readonly id: string; readonly pos: Pos }[] {
  const votes = votesByRecord(snapshot);
  const wanted = new Set(ids);
  const waiting = nodesOf(snapshot).filter(({ id, pos }) => pos === null && wanted.has(id));
  const inOrder = waiting.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  const sizes = inOrder.map(({ id, label, kind }) => cardSize({ text: label, kind, votes: votes.get(id) }));
  const points = placeMany(cardBoxes(mapOf(snapshot)), sizes);
  return inOrder.map(({ id }, index) => {
    const { x, y } = points[index] ?? { x: 0, y: 0 };
    return { id, pos: [x, y, cardMetrics.width] };
  });
}

/** The cards of a map as the canvas draws them, in map px. */
export function cardBoxes({ nodes }: Pick<BoardMap, 'nodes'>): readonly (Box & { readonly id: string })[] {
  return nodes.map(({ id, label, kind, votes, pos: [x, y, width] }) => {
    const { w, h } = cardSize({ text: label, kind, votes: votes ?? undefined }, width);
    return { id, x, y, w, h };
  });
}
