import { describe, expect, it } from 'vitest';
import { editingKey } from './editing-key.ts';

describe('a key inside words', () => {
  const typed = (name: string, shiftKey = false, isComposing = false) => ({
    key: name,
    shiftKey,
    isComposing,
  });

  it('Enter finishes a card and breaks the line of a note', () => {
    expect(editingKey(typed('Enter'), true)).toBe('finish');
    expect(editingKey(typed('Enter', true), true)).toBeNull();
    expect(editingKey(typed('Enter'), false)).toBeNull();
  });

  it('Tab goes on from a card, Escape finishes both', () => {
    expect(editingKey(typed('Tab'), true)).toBe('next');
    expect(editingKey(typed('Tab', true), true)).toBeNull();
    expect(editingKey(typed('Escape'), true)).toBe('finish');
    expect(editingKey(typed('Escape'), false)).toBe('finish');
  });

  it('means nothing while an input method composes', () => {
    expect(editingKey(typed('Enter', false, true), true)).toBeNull();
  });
});
