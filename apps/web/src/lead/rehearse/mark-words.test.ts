import '@coherence/words/testing';
import { describe, expect, it } from 'vitest';
import { looksLikeRehearsal } from './looks-like-rehearsal.ts';
import { markWords } from './mark-words.ts';

const about = { organization: null, subtitle: null, statement: null, source: null, fictional: true };

describe('the mark of a rehearsal', () => {
  it('is looked for only on boards that the server may have copied', () => {
    expect(looksLikeRehearsal({ title: 'Late money (rehearsal)', about })).toBe(true);
    expect(looksLikeRehearsal({ title: 'Late money', about })).toBe(false);
    expect(looksLikeRehearsal({ title: 'x (rehearsal)', about: { ...about, fictional: false } })).toBe(false);
  });

  it('says who has come, that all are there, and that they left', () => {
    const state = { people: 12, joined: 3, running: true, endsAt: 0 };
    expect(markWords(null)).toBe('Rehearsal');
    expect(markWords(state)).toBe('Rehearsal: 3 of 12 pretend participants have come');
    expect(markWords({ ...state, joined: 12 })).toBe('Rehearsal: 12 pretend participants');
    expect(markWords({ ...state, people: 1, joined: 1 })).toBe('Rehearsal: 1 pretend participant');
    expect(markWords({ ...state, running: false })).toBe('Rehearsal: the pretend participants have left');
  });
});
