import { describe, expect, it } from 'vitest';
import type { SessionDeal } from './session.ts';
import { passTurn, teamOf } from './turn.ts';

const DEAL: SessionDeal = {
  phase: 'link',
  teams: [
    { people: ['dana', 'lee', 'sam'], items: [] },
    { people: ['ruth', 'joel'], items: [] },
  ],
  turn: [],
};

describe('whose turn it is in a team', () => {
  it('[TURN1] goes around the team and touches no other', () => {
    const turns = [DEAL];
    for (let passed = 0; passed < 3; passed += 1) turns.push(passTurn(turns.at(-1) ?? DEAL, 'lee'));
    expect(turns.map((deal) => teamOf(deal, 'dana')?.turn)).toEqual(['dana', 'lee', 'sam', 'dana']);
    expect(turns.map((deal) => teamOf(deal, 'joel')?.turn)).toEqual(['ruth', 'ruth', 'ruth', 'ruth']);
  });

  it('[TURN1] is nobody for who is in no team, and they pass nothing on', () => {
    expect(teamOf(DEAL, 'eve')).toBeNull();
    expect(teamOf(null, 'dana')).toBeNull();
    expect(passTurn(DEAL, 'eve')).toBe(DEAL);
  });

  it('[TURN1] survives a team that has become smaller', () => {
    const deal = { ...DEAL, teams: [{ people: ['dana', 'lee'], items: [] }], turn: [2] };
    expect(teamOf(deal, 'lee')?.turn).toBe('dana');
  });
});
