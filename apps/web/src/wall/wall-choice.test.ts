import { describe, expect, it } from 'vitest';
import { readWall, turnPage } from './wall-choice.ts';

describe('steering the wall', () => {
  it('reads what the wall says of itself', () => {
    expect(readWall('grid', '2/5')).toEqual({ wall: 'grid', page: 2, pages: 5 });
    expect(readWall('hold', null)).toEqual({ wall: 'hold', page: 1, pages: 1 });
    expect(readWall(null, '1/1')).toBeNull();
  });

  it('turns pages within a cell, and not past the ends', () => {
    const show = { what: 'grid', target: 'interfering/roles' } as const;
    const wall = { wall: 'grid', page: 1, pages: 2 };
    expect(turnPage(show, wall, 1)).toEqual({ what: 'grid', target: 'interfering/roles/page:2' });
    expect(turnPage(show, wall, -1)).toBeNull();
    expect(turnPage({ ...show, target: 'interfering/roles/page:2' }, { ...wall, page: 2 }, -1)).toEqual(show);
    expect(turnPage(show, { ...wall, page: 2 }, 1)).toBeNull();
  });
});
