import '@coherence/words/testing';
import { describe, expect, it } from 'vitest';
import { columnsShort, roomWords, teamWords } from './team-names.ts';

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

describe('what a room is called', () => {
  it.each([
    [{ name: 'Room 2', columns: ['roles' as const] }, 'Your room: Room 2 · Roles and responsibilities'],
    [
      { name: 'Room 1', columns: ['purposes' as const, 'strategies' as const] },
      'Your room: Room 1 · Purposes, Strategies',
    ],
    [{ name: 'Room 3' }, 'Your room: Room 3'],
    [{ name: 'Team 4' }, 'Team 4'],
    [{}, ''],
  ])('%j', (team, words) => {
    expect(roomWords(team)).toBe(words);
  });

  it('has no columns where rooms share none', () => {
    expect(columnsShort()).toEqual([]);
    expect(columnsShort(['roles'])).toEqual(['Roles']);
  });
});
