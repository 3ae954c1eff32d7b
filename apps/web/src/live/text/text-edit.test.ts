import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editAtCaret, mapOffset, rebaseEdit } from './text-edit.ts';

const apply = (text: string, { at, remove, insert }: { at: number; remove: number; insert: string }) =>
  text.slice(0, at) + insert + text.slice(at + remove);

describe('editAtCaret', () => {
  it('puts a repeated letter where the caret is', () => {
    expect(editAtCaret('aaa', 'aaaa', 2)).toEqual({ at: 1, remove: 0, insert: 'a' });
    expect(editAtCaret('aaa', 'aaaa', 4)).toEqual({ at: 3, remove: 0, insert: 'a' });
  });

  it('always gives the new text, wherever the caret is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), (before, after, seed) => {
        const edit = editAtCaret(before, after, seed % (after.length + 1));
        expect(edit === null ? before : apply(before, edit)).toBe(after);
      }),
    );
  });
});

describe('mapOffset', () => {
  it('keeps the caret before the same letter when others write in front of it', () => {
    expect(mapOffset(3, [{ insert: 'xy' }])).toBe(5);
    expect(mapOffset(3, [{ retain: 3 }, { insert: 'xy' }])).toBe(3);
    expect(mapOffset(3, [{ retain: 1 }, { delete: 1 }])).toBe(2);
    expect(mapOffset(3, [{ retain: 1 }, { delete: 9 }])).toBe(1);
  });
});

describe('rebaseEdit', () => {
  it('moves a local edit past what arrived while it was composed', () => {
    expect(rebaseEdit({ at: 2, remove: 1, insert: 'é' }, [{ insert: 'New ' }])).toEqual({
      at: 6,
      remove: 1,
      insert: 'é',
    });
  });
});
