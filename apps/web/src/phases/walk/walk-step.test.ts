import { describe, expect, it } from 'vitest';
import { noteAfter, placeIn, walkKey } from './walk-step.ts';

const NOTES = ['a', 'b', 'c'].map((id) => ({ id }));
const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('walking the notes', () => {
  it('goes on, back, and stops at both ends', () => {
    expect(noteAfter(NOTES, 'a', 1)).toBe('b');
    expect(noteAfter(NOTES, 'b', -1)).toBe('a');
    expect(noteAfter(NOTES, 'c', 1)).toBeNull();
    expect(noteAfter(NOTES, 'a', -1)).toBeNull();
    expect(placeIn(NOTES, 'c')).toBe(2);
  });

  it('begins with the first note', () => {
    expect(noteAfter(NOTES, null, 1)).toBe('a');
    expect(placeIn(NOTES, null)).toBeNull();
    expect(noteAfter([], null, 1)).toBeNull();
  });

  it('goes on where a note was that is gone now', () => {
    expect(noteAfter(NOTES, 'gone', 1, 1)).toBe('b');
    expect(noteAfter(NOTES, 'gone', -1, 1)).toBe('a');
    expect(noteAfter(NOTES, 'gone', 1, 3)).toBe('c');
    expect(noteAfter(NOTES, 'gone', -1, 0)).toBe('a');
  });

  it('takes plain keys only: Shift and P keeps a parked note, Ctrl and P prints', () => {
    expect(walkKey({ ...plain, key: 'ArrowRight' })).toBe('next');
    expect(walkKey({ ...plain, key: 'ArrowLeft' })).toBe('back');
    expect(walkKey({ ...plain, key: 'm' })).toBe('merge');
    expect(walkKey({ ...plain, key: 'p' })).toBe('park');
    expect(walkKey({ ...plain, key: 'P', shiftKey: true })).toBeNull();
    expect(walkKey({ ...plain, key: 'p', ctrlKey: true })).toBeNull();
    expect(walkKey({ ...plain, key: 'x' })).toBeNull();
  });
});
