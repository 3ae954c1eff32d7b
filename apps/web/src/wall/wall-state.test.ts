import { PHASE_KINDS, phaseSchema, PROJECTED, sessionSchema, type PhaseKind } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { phaseWalls } from '../phases/kinds.ts';
import { nameOfWall, wallFor } from './wall-state.ts';

const session = sessionSchema.parse({});
const phaseOf = (kind: PhaseKind) => phaseSchema.parse({ id: 'p', kind, title: kind });
const shown = (asked: Parameters<typeof wallFor>[0]) => nameOfWall(wallFor(asked).wall);
const follow = (kind: PhaseKind, more: Partial<Parameters<typeof wallFor>[0]> = {}) =>
  shown({ session, phase: phaseOf(kind), waiting: 0, hasFactors: false, hasResult: false, ...more });

describe('what the projector shows', () => {
  it('is the grid while no agenda runs', () => {
    const free = { phase: null, waiting: 0, hasFactors: false, hasResult: false };
    expect(shown({ session, ...free })).toBe('grid');
    const agenda = [phaseOf('lobby')];
    const over = [
      { phase: 'p', at: 1 },
      { phase: null, at: 2 },
    ];
    expect(shown({ session: { ...session, agenda, went: over }, ...free })).toBe('grid');
  });

  it('is how to join before a planned session begins, as long as the board is empty', () => {
    const planned = { ...session, agenda: [phaseOf('lobby')] };
    const before = { session: planned, phase: null, waiting: 0, hasResult: false };
    expect(shown({ ...before, hasFactors: false })).toBe('join');
    expect(shown({ ...before, hasFactors: true })).toBe('grid');
  });

  it('follows every kind of phase', () => {
    for (const kind of PHASE_KINDS) expect(follow(kind)).not.toBe('');
    expect(follow('lobby')).toBe('join');
    expect(follow('write')).toBe('write');
    expect(follow('link')).toBe('map');
  });

  it('names every wall of a phase among those that a projector fetches', () => {
    const fetched = phaseWalls().map(({ name }) => name);
    expect(fetched.toSorted()).toEqual(['ballot', 'break', 'close', 'note', 'prompt', 'waiting', 'write']);
  });

  it('says that notes wait until they are revealed, and then how many there are', () => {
    expect(follow('reveal', { waiting: 171 })).toBe('waiting');
    expect(follow('reveal')).toBe('grid');
  });

  it('shows a note while one is walked, and before the first what it is about', () => {
    expect(follow('walk')).toBe('prompt');
    expect(follow('walk', { session: { ...session, walk: { factor: 'f' } } })).toBe('note');
  });

  it('shows nothing of a vote that is open but the question, even when an earlier round is closed', () => {
    const round = { id: 'r', items: ['a'], openedAt: 1 };
    const open = sessionSchema.parse({ round });
    expect(follow('vote', { session: open, hasResult: true })).toBe('ballot');
    expect(follow('vote', { hasResult: true })).toBe('result');
    expect(follow('vote')).toBe('ballot');
  });

  it('is what the facilitator chose, whatever the phase', () => {
    for (const what of PROJECTED.filter((one) => one !== 'phase' && one !== 'outline')) {
      const chosen = { ...session, show: { what, target: { record: 'x' } } };
      expect(
        wallFor({ session: chosen, phase: phaseOf('write'), waiting: 3, hasFactors: true, hasResult: true }),
      ).toEqual({
        wall: what,
        target: { record: 'x' },
      });
    }
  });
});
