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

  it.each([
    ['United States', '+', 'Equal', true, '+'],
    ['United States', '-', 'Minus', false, '-'],
    ['United States', '?', 'Slash', true, '?'],
    ['German', '+', 'BracketRight', false, '+'],
    ['German', '-', 'Slash', false, '-'],
    ['German', '?', 'Minus', true, '?'],
    ['Swiss', '+', 'Digit1', true, '+'],
    ['Swiss', '-', 'Slash', false, '-'],
    ['Swiss', '?', 'Minus', true, '?'],
    ['Czech', '+', 'Digit1', false, '+'],
    ['French', '+', 'Equal', true, '+'],
    ['French', '-', 'Digit6', false, '-'],
    ['French', '?', 'KeyM', true, '?'],
    ['Hungarian', '+', 'Digit3', true, '+'],
    ['a keypad', '+', 'NumpadAdd', false, '+'],
    ['a keypad', '-', 'NumpadSubtract', false, '-'],
    ['Japanese, full width', '\uFF0B', 'Semicolon', true, '+'],
    ['Arabic', '\u061F', 'Slash', true, '?'],
  ] as const)('[KEYS2] on %s, %s gives a chosen link its sign', (_, name, code, shiftKey, sign) => {
    expect(key(name, { code, shiftKey })).toEqual({ do: 'sign', sign });
  });

  it.each([
    ['United States', '!', '@'],
    ['German', '!', '"'],
    ['French', '1', '2'],
    ['Czech', '1', '2'],
  ])('[KEYS2] on %s, Shift+1 and Shift+2 fit the map, as they give no sign', (_, one, two) => {
    expect(key(one, { code: 'Digit1', shiftKey: true })).toEqual({ do: 'fit' });
    expect(key(two, { code: 'Digit2', shiftKey: true })).toEqual({ do: 'fit-selection' });
  });

  it('zooms with the same keys and Ctrl', () => {
    expect(key('-', { ctrlKey: true })).toEqual({ do: 'zoom-out' });
    expect(key('+', { code: 'Digit1', ctrlKey: true, shiftKey: true })).toEqual({ do: 'zoom-in' });
  });
});

describe('a key inside words', () => {
  const typed = (name: string, shiftKey = false) => ({ key: name, shiftKey });

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
});
