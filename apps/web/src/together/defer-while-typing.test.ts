import { describe, expect, it } from 'vitest';
import { deferWhileTyping } from './defer-while-typing.ts';

const same = (a: { id: string }, b: { id: string }) => a.id === b.id;
const before = { id: 'write', prompt: 'What?' };

describe('the phase somebody is shown', () => {
  it('follows the room', () => {
    const now = { id: 'walk', prompt: '' };
    expect(deferWhileTyping(before, now, false, same)).toEqual({ shown: now, isBehind: false });
  });

  it('waits while a sentence is being typed, and says that it does', () => {
    expect(deferWhileTyping(before, { id: 'walk', prompt: '' }, true, same)).toEqual({
      shown: before,
      isBehind: true,
    });
  });

  it('takes a mended prompt of the same phase at once', () => {
    const mended = { id: 'write', prompt: 'What gets in the way?' };
    expect(deferWhileTyping(before, mended, true, same)).toEqual({ shown: mended, isBehind: false });
  });
});
