import type { SavedState } from '@coherence/protocol';
import '@coherence/words/testing';
import { expect, test } from 'vitest';
import { savedWords as wordsFor } from './saved-words.ts';

const savedWords = (state: SavedState) => wordsFor(state, 'device');

test('saved is said only when it is so, and never with a banner', () => {
  expect(savedWords({ kind: 'saved' })).toMatchObject({ tone: 'good', words: 'Saved', banner: null });
  expect(savedWords({ kind: 'saving', since: 0, edits: 1 }).words).toBe('Saving');
  expect(savedWords({ kind: 'connecting', since: 0, edits: 0 }).words).toBe('Saving');
});

test('offline says that the words are kept, and how many changes wait', () => {
  expect(savedWords({ kind: 'offline', since: 0, edits: 0 }).words).toBe('Offline: kept on this device');
  const waiting = savedWords({ kind: 'offline', since: 0, edits: 3 });
  expect(waiting.words).toBe('Offline: 3 changes kept on this device');
  expect(waiting.banner).toBeNull();
});

test('a pause is told as a pause, and a server that asks to wait as that: still saving, without a banner', () => {
  expect(savedWords({ kind: 'not-saved', why: 'paused', edits: 1 })).toMatchObject({
    tone: 'held',
    banner: expect.stringContaining('paused') as unknown,
  });
  expect(savedWords({ kind: 'not-saved', why: 'rate', edits: 9 })).toMatchObject({
    tone: 'busy',
    words: 'Saving: the server asked to wait',
    title: expect.stringContaining('within a minute') as unknown,
    banner: null,
  });
});

test('what the server cannot store or will not take is said across the board', () => {
  const notSaved = savedWords({ kind: 'not-saved', why: 'cannot-store', edits: 1 });
  expect(notSaved).toMatchObject({ tone: 'wrong', words: 'Not saved' });
  expect(notSaved.banner).toContain('1 change of yours is kept on this device');
  const nothing = savedWords({ kind: 'not-saved', why: 'cannot-store', edits: 0 });
  expect(nothing.banner).toContain('Nothing of yours is waiting');
  const refused = savedWords({
    kind: 'refused',
    refusal: { by: 'connection', code: 4403, reason: 'not-allowed' },
    edits: 0,
  });
  expect(refused).toMatchObject({ tone: 'wrong', words: 'Not sent' });
  expect(refused.banner).toContain('Join it again');
  const crowded = savedWords({
    kind: 'refused',
    refusal: { by: 'connection', code: 4429, reason: 'too-many-tabs' },
    edits: 0,
  });
  expect(crowded.banner).toContain('Close some tabs');
  const edit = savedWords({
    kind: 'refused',
    refusal: { by: 'edit', n: 1, code: 'schema', reason: '' },
    edits: 1,
  });
  expect(edit.banner).toContain('kept on this device');
});

test('[DEVICE2] nothing is said to be kept on a device that keeps nothing', () => {
  const words = (state: SavedState) => Object.values(wordsFor(state, 'tab')).join(' ');
  const states: SavedState[] = [
    { kind: 'offline', since: 0, edits: 0 },
    { kind: 'offline', since: 0, edits: 3 },
    ...(['cannot-store', 'doc-full', 'share', 'newer', 'rate'] as const).map((why): SavedState => ({
      kind: 'not-saved',
      why,
      edits: 1,
    })),
    { kind: 'refused', edits: 1, refusal: { by: 'connection', reason: 'too-many-tabs' } } as SavedState,
    { kind: 'refused', edits: 1, refusal: { by: 'connection', reason: 'not-allowed' } } as SavedState,
  ];
  for (const state of states) {
    expect(words(state)).toContain('in this tab only');
    expect(words(state)).not.toContain('on this device');
  }
});
