import { describe, expect, it } from 'vitest';
import { teamWords } from './team-names.ts';

const people = [
  { participantId: 'd', name: 'Dana' },
  { participantId: 'l', name: 'Lee' },
  { participantId: 'i', name: 'Ines B.' },
  { participantId: 'x', name: null },
];
const team = (...ids: string[]) => ({ team: { people: ids, items: [] }, index: 0, turn: ids[0] ?? null });

describe('with whom somebody works', () => {
  it.each([
    [['d'], 'You work on your own here.'],
    [['d', 'l'], 'You work with Lee.'],
    [['d', 'i'], 'You work with Ines B.'],
    [['l', 'd', 'x'], 'You work with Lee and somebody.'],
    [['d', 'l', 'gone', 'x'], 'You work with Lee, somebody and somebody.'],
  ])('%j', (ids, words) => {
    expect(teamWords(team(...ids), 'd', people)).toBe(words);
  });
});
