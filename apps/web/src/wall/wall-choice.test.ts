import type { Aim } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { GRID_PARTS, partOf, showGrid, turnPage, wallNow } from './wall-choice.ts';

describe('steering the wall', () => {
  it('reads what the wall says of itself', () => {
    const display = { role: 'display', view: 'grid', at: { page: 2, pages: 5 } } as const;
    const phone = { role: 'participant', view: 'map', at: { record: 'f1' } } as const;
    expect(wallNow([phone, display])).toEqual({ wall: 'grid', page: 2, pages: 5 });
    expect(wallNow([{ ...display, view: 'hold', at: null }])).toEqual({ wall: 'hold', page: 1, pages: 1 });
    expect(wallNow([phone])).toBeNull();
    expect(wallNow([{ ...display, view: null }])).toBeNull();
  });

  it('turns pages within a cell, and not past the ends', () => {
    const cell: Aim = { row: 'interfering', column: 'roles' };
    const show = { what: 'grid', target: cell } as const;
    const wall = { wall: 'grid', page: 1, pages: 2 };
    expect(turnPage(show, wall, 1)).toEqual({ what: 'grid', target: { ...cell, page: 2 } });
    expect(turnPage(show, wall, -1)).toBeNull();
    expect(turnPage({ ...show, target: { ...cell, page: 2 } }, { ...wall, page: 2 }, -1)).toEqual(show);
    expect(turnPage(show, { ...wall, page: 2 }, 1)).toBeNull();
    expect(turnPage({ what: 'map', target: { page: 2 } }, { ...wall, page: 2 }, -1)).toEqual({
      what: 'map',
      target: null,
    });
  });

  it('finds the part of the grid that is on, whatever its page', () => {
    for (const { value, target } of GRID_PARTS) {
      expect(showGrid(value)).toEqual({ what: 'grid', target });
      expect(partOf({ ...target, page: 3 })).toBe(value);
    }
    expect(partOf(null)).toBe('');
    expect(partOf({ record: 'f1' })).toBe('');
    expect(showGrid('')).toEqual({ what: 'grid', target: null });
  });
});
