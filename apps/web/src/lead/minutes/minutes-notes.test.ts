import {
  addFactors,
  addNote,
  createBoard,
  numberNewFactors,
  readSnapshot,
  removeFactors,
} from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { minutesNotes, shortWords } from './minutes-notes.ts';

describe('kept for the minutes', () => {
  it('is listed newest first, with what it is about as people say it', () => {
    const made = createBoard({ title: 'T' });
    if (!made.ok) throw new Error(made.error.code);
    const doc = made.value;
    const added = addFactors(doc, { texts: ['Late money'] }, { unit: null });
    const [factor = ''] = added.ok ? added.value : [];
    numberNewFactors(doc);
    addNote(doc, { kind: 'parked', text: 'first', at: 1, about: [factor, 'gone'] });
    addNote(doc, { kind: 'decision', text: 'second', at: 2 });
    const list = () => minutesNotes(readSnapshot(doc)).map(({ text, names }) => [text, names]);
    expect(list()).toEqual([
      ['second', []],
      ['first', ['F1 “Late money”']],
    ]);
    removeFactors(doc, [factor]);
    expect(list()[1]).toEqual(['first', []]);
  });

  it('shortens between words, and inside a word that never ends', () => {
    expect(shortWords('  two \n words ')).toBe('two words');
    expect(shortWords('State-level units work in isolation without opportunity to meet')).toBe(
      'State-level units work in isolation without…',
    );
    expect(shortWords('x'.repeat(90)).length).toBeLessThan(50);
  });
});
