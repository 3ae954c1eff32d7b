import { phaseSchema, type Phase } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import {
  addPhase,
  changePhase,
  rewordPhase,
  duplicatePhase,
  movePhase,
  putBack,
  removePhase,
  replaceRest,
  withHabits,
} from './agenda-edits.ts';

const phase = (id: string, over: object = {}): Phase =>
  phaseSchema.parse({ id, kind: 'break', title: id, ...over });
const AGENDA = ['a', 'b', 'c'].map((id) => phase(id));
const ids = (agenda: readonly Phase[]) => agenda.map(({ id }) => id).join('');

describe('edits of an agenda', () => {
  it('move a phase by one place, and not beyond the ends', () => {
    expect(ids(movePhase('b', -1)(AGENDA))).toBe('bac');
    expect(ids(movePhase('b', 1)(AGENDA))).toBe('acb');
    expect(movePhase('a', -1)(AGENDA)).toBe(AGENDA);
    expect(movePhase('c', 1)(AGENDA)).toBe(AGENDA);
    expect(movePhase('gone', 1)(AGENDA)).toBe(AGENDA);
  });

  it('copy a phase to right behind it, under an id of its own', () => {
    const copied = duplicatePhase('b')(AGENDA);
    expect(copied.map(({ title }) => title)).toEqual(['a', 'b', 'b', 'c']);
    expect(new Set(copied.map(({ id }) => id)).size).toBe(4);
  });

  it('remove a phase, and put it back where it stood, also when others moved', () => {
    const removed = removePhase('b')(AGENDA);
    expect(ids(removed)).toBe('ac');
    expect(removePhase('b')(removed)).toBe(removed);
    expect(ids(putBack(phase('b'), 'c')(removed))).toBe('abc');
    expect(ids(putBack(phase('b'), 'c')(movePhase('c', -1)(removed)))).toBe('bca');
    expect(ids(putBack(phase('b'), 'gone')(removed))).toBe('acb');
    expect(putBack(phase('b'), 'c')(AGENDA)).toBe(AGENDA);
  });

  it('change words only of who saw them', () => {
    expect(rewordPhase('a', 'title', 'a', 'x')(AGENDA)[0]?.title).toBe('x');
    expect(rewordPhase('a', 'title', 'old', 'x')(AGENDA)).toBe(AGENDA);
    expect(rewordPhase('a', 'title', 'a', 'a')(AGENDA)).toBe(AGENDA);
    expect(changePhase('a', { minutes: 3 })(AGENDA)[0]?.minutes).toBe(3);
  });

  it('replace what has not begun', () => {
    const other = [phase('x'), phase('a')];
    expect(ids(replaceRest(other, null)(AGENDA))).toBe('xa');
    expect(ids(replaceRest(other, 'b')(AGENDA))).toBe('abx');
  });

  it('give a phase the habits of its kind', () => {
    expect(withHabits(phase('a'), 'write')).toMatchObject({ kind: 'write', mode: 'alone' });
    expect(withHabits(phase('a', { mode: 'alone' }), 'link').mode).toBe('plenary');
    expect(withHabits(phase('a', { mode: 'threes' }), 'link').mode).toBe('threes');
    expect(withHabits(phase('a'), 'rate').vote.method).toBe('rating');
    expect(addPhase({ kind: 'vote', title: 'Vote' })([]).at(0)).toMatchObject({ mode: 'alone', minutes: 10 });
  });
});
