import { createBoard, mapOf, NODE_KINDS, readSnapshot } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { addNode, kindAfter } from './new-card.ts';

describe('a new card', () => {
  it.each(NODE_KINDS)('is of the kind that was asked for: %s', (kind) => {
    const board = createBoard({ title: 'Board' });
    if (!board.ok) throw new Error(board.error.message);
    const added = addNode(board.value, { unit: null }, kind, 'Words', [10, 20, 206]);
    const [node, ...others] = mapOf(readSnapshot(board.value)).nodes;
    expect(node).toMatchObject({ id: added.ok && added.value, kind, text: 'Words', pos: [10, 20, 206] });
    expect(others).toEqual([]);
  });

  it('that grows from another takes its row, and claims no more than that', () => {
    expect(NODE_KINDS.map(kindAfter)).toEqual(['interfering', 'integrative', 'issue', 'issue', 'issue']);
  });
});
