import { describe, expect, it } from 'vitest';
import { readPerson } from './person.ts';

const said = { participantId: 'p1', name: 'Ada', unit: null, role: 'display', view: 'grid' };
const at = (value: unknown) => readPerson(1, { ...said, at: value }, false)?.at;

describe('what presence says a person looks at', () => {
  it('is a card, a page of a wall, or a rectangle of the map', () => {
    expect(at({ record: 'f_12' })).toEqual({ record: 'f_12' });
    expect(at({ page: 2, pages: 5 })).toEqual({ page: 2, pages: 5 });
    const bounds = { x: -12, y: 30, w: 800, h: 600 };
    expect(at({ bounds })).toEqual({ bounds });
  });

  it('is nothing where a client says it otherwise', () => {
    const strange = [
      null,
      undefined,
      '1 2 3 4',
      { page: 0 },
      { record: '' },
      { bounds: { x: 1, y: 2, w: 0, h: 4 } },
    ];
    expect(strange.map(at)).toEqual(strange.map(() => null));
    expect(at({ page: 1, pages: 'many' })).toEqual({ page: 1 });
  });
});
