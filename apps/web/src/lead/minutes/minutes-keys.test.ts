import { NOTE_KINDS } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { commandOfKey } from '../../canvas/model/map-key.ts';
import '@coherence/words/testing';
import { keysFor, kindOfKey } from './minutes-keys.ts';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const keyOf = (letter: string) => ({ key: letter, code: `Key${letter}`, ...plain, shiftKey: true });

describe('keys that keep for the minutes', () => {
  it('has one for each kind, and shows the one it listens to', () => {
    for (const kind of NOTE_KINDS) {
      const letter = keysFor(kind).at(-1) ?? '';
      expect(kindOfKey(keyOf(letter))).toBe(kind);
    }
  });

  it('takes no key the map takes', () => {
    for (const kind of NOTE_KINDS) expect(commandOfKey(keyOf(keysFor(kind).at(-1) ?? ''))).toBeNull();
  });

  it('leaves plain letters and combinations alone', () => {
    expect(kindOfKey({ ...keyOf('D'), shiftKey: false })).toBeNull();
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey'] as const)
      expect(kindOfKey({ ...keyOf('D'), [modifier]: true })).toBeNull();
    expect(kindOfKey(keyOf('X'))).toBeNull();
  });
});
