import { boardFileSchema, boardFromFile, mapOf, readSnapshot } from '@coherence/board';
import { boxesTouch, cardSize } from '@coherence/picture';
import { describe, expect, it } from 'vitest';
import { tidyPlaces } from './tidy-places.ts';

const board = (factors: readonly object[], more: object) =>
  boardFromFile(boardFileSchema.parse({ schema: 'coherence-board/1', factors, ...more }));

describe('tidying up', () => {
  it('gives every card a place of its own and leaves widths alone', () => {
    const widths = [140, 206, 320];
    const factors = Array.from({ length: 14 }, (_, index) => ({
      id: `f${index}`,
      text: 'Units use different needs assessments',
      kind: 'factor',
      group: index % 3 === 0 ? 'g' : null,
      pos: [0, 0, widths[index % 3]],
    }));
    const map = mapOf(readSnapshot(board(factors, { groups: [{ id: 'g', text: 'Group' }] })));
    const places = tidyPlaces(map);
    expect(new Set(places.map(({ id }) => id)).size).toBe(factors.length);
    const boxes = places.map(({ id, pos: [x, y, w] }) => {
      const node = map.nodes.find((known) => known.id === id);
      expect(w).toBe(node?.pos[2]);
      return { x, y, ...cardSize({ text: node?.label ?? '', kind: 'issue' }, w) };
    });
    boxes.forEach((box, at) => {
      for (const other of boxes.slice(at + 1)) expect(boxesTouch(box, other)).toBe(false);
    });
  });
});
