import { describe, expect, it } from 'vitest';
import { commandOfKey, editingKey } from './map-key.ts';

const key = (name: string, more: Partial<Parameters<typeof commandOfKey>[0]> = {}) =>
  commandOfKey({
    key: name,
    code: '',
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...more,
  });

describe('a key on the map', () => {
  it.each([
    ['v', 'select'],
    ['H', 'hand'],
    ['f', 'factor'],
    ['a', 'link'],
    ['d', 'pen'],
    ['n', 'note'],
    ['t', 'text'],
    ['k', 'laser'],
  ])('%s takes the %s tool', (name, tool) => {
    expect(key(name)).toEqual({ do: 'tool', tool });
  });

  it('undoes and redoes, on either kind of keyboard', () => {
    expect(key('z', { ctrlKey: true })).toEqual({ do: 'undo' });
    expect(key('Z', { metaKey: true, shiftKey: true })).toEqual({ do: 'redo' });
    expect(key('y', { ctrlKey: true })).toEqual({ do: 'redo' });
  });

  it('finds Shift+1 and Shift+2 by their place, whatever sign they give', () => {
    expect(key('!', { code: 'Digit1', shiftKey: true })).toEqual({ do: 'fit' });
    expect(key('"', { code: 'Digit2', shiftKey: true })).toEqual({ do: 'fit-selection' });
  });

  it('leaves the browser its own', () => {
    expect(key('c', { ctrlKey: true })).toBeNull();
    expect(key('v', { ctrlKey: true })).toBeNull();
    expect(key('v', { altKey: true })).toBeNull();
    expect(key('x')).toBeNull();
  });

  it('goes in with Enter and out with Escape', () => {
    expect(key('Enter')).toEqual({ do: 'enter' });
    expect(key('Escape')).toEqual({ do: 'cancel' });
  });

  it('gives a chosen link its sign', () => {
    expect(key('-')).toEqual({ do: 'sign', sign: '-' });
    expect(key('+', { shiftKey: true })).toEqual({ do: 'sign', sign: '+' });
    expect(key('-', { ctrlKey: true })).toEqual({ do: 'zoom-out' });
  });
});

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
