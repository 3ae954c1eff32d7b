import {
  mapOf,
  votesByRecord,
  type BoardSnapshot,
  type Factor,
  type NodeKind,
  type Pos,
} from '@coherence/board';
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
  const waiting = [
    ...snapshot.factors.map(({ id, pos, text, mapName, ...factor }) => ({
      id,
      pos,
      text: mapName ?? text,
      kind: kindOf(factor),
    })),
    ...snapshot.strategies.map(({ id, pos, text }) => ({ id, pos, text, kind: 'strategy' as const })),
  ].filter(({ id, pos }) => pos === null && wanted.has(id));
  waiting.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  const sizes = waiting.map(({ id, text, kind }) => cardSize({ text, kind, votes: votes.get(id) }));
  const points = placeMany(takenBoxes(snapshot), sizes);
  return waiting.map(({ id }, index) => {
    const { x, y } = points[index] ?? { x: 0, y: 0 };
    return { id, pos: [x, y, cardMetrics.width] };
  });
}

function takenBoxes(snapshot: BoardSnapshot): Box[] {
  return mapOf(snapshot).nodes.map(({ label, kind, votes, pos: [x, y, width] }) => {
    const { w, h } = cardSize({ text: label, kind, votes: votes ?? undefined }, width);
    return { x, y, w, h };
  });
}

function kindOf(factor: Pick<Factor, 'kind' | 'cell'>): NodeKind {
  return factor.kind === 'outcome' ? 'outcome' : (factor.cell?.[0] ?? 'issue');
}
