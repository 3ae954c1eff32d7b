import { createBoard, readSnapshot } from '@coherence/board';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PenStroke } from './pen-stroke.ts';
import { strokePath, strokePoints } from '@coherence/picture';

const point = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
});

describe('a pen stroke', () => {
  it('reaches the board whole and in order, however it is cut into chunks', () => {
    fc.assert(
      fc.property(fc.array(fc.array(point, { maxLength: 700 }), { maxLength: 4 }), point, (chunks, start) => {
        const board = createBoard({ title: 'Board' });
        if (!board.ok) throw new Error(board.error.code);
        const stroke = new PenStroke(board.value, start, 'red');
        for (const chunk of chunks) {
          for (const each of chunk) stroke.add(each);
          stroke.write();
        }
        stroke.write();
        const [drawing] = readSnapshot(board.value).drawings;
        const drawn = strokePoints(drawing?.points ?? []).map(({ x, y }) => ({
          x: x + start.x,
          y: y + start.y,
        }));
        expect(drawn).toEqual([start, ...chunks.flat()]);
        expect(drawing).toMatchObject({ kind: 'pen', ink: 'red', pos: [start.x, start.y, 40] });
      }),
      { numRuns: 30 },
    );
  });

  it('is drawn through finite numbers, and a single point is a dot', () => {
    expect(strokePath([])).toBe('');
    expect(strokePath([{ x: 1, y: 2 }])).toBe('M1 2L1 2');
    fc.assert(
      fc.property(fc.array(point, { minLength: 2 }), (points) => {
        expect(strokePath(points)).toMatch(/^M[-\d. ]+(Q[-\d. ]+)*L[-\d. ]+$/);
      }),
    );
  });

  it('leaves out a coordinate without a partner', () => {
    expect(strokePoints([1, 2, 3])).toEqual([{ x: 1, y: 2 }]);
  });
});
