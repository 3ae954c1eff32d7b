import { sessionSchema, teamSize } from '@coherence/board';
import { randomFrom } from '@coherence/board/testing';
import { describe, expect, it } from 'vitest';
import { dealTeams, joinSmallest, TEAM_PEOPLE_MAX } from './deal-teams.ts';
import type { PersonToDeal } from './deal-teams.ts';

const SEEDS = Array.from({ length: 30 }, (_, index) => index + 1);
const of = (n: number, name: string) => Array.from({ length: n }, (_, index) => `${name}${index}`);
const people = (n: number, units: number): PersonToDeal[] =>
  of(n, 'p').map((id, index) => ({ id, unit: `u${index % units}` }));

describe('[DEAL1] dealing', () => {
  it.each(SEEDS)(
    'everybody is in one team, nobody alone, items are dealt once and evenly, seed %i',
    (seed) => {
      const random = randomFrom(seed);
      const size = 2 + random.below(3);
      const many = 2 + random.below(44);
      const units = 1 + random.below(6);
      const items = of(random.below(90), 'n');
      const teams = dealTeams(people(many, units), items, size, random.next);
      expect(teams.flatMap((team) => team.people).sort()).toEqual(of(many, 'p').sort());
      expect(teams.flatMap((team) => team.items).sort()).toEqual([...items].sort());
      const sizes = teams.map((team) => team.people.length);
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(Math.min(size, many));
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      const shares = teams.map((team) => team.items.length);
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
    },
  );

  it('one odd person makes a three; who is all alone works alone', () => {
    const sizes = (n: number) => dealTeams(people(n, 2), [], 2, () => 0).map((team) => team.people.length);
    expect(sizes(7)).toEqual([3, 2, 2]);
    expect(sizes(3)).toEqual([3]);
    expect(sizes(1)).toEqual([1]);
    expect(sizes(0)).toEqual([]);
  });

  it.each(SEEDS)('pairs are of two units wherever no unit has more than half, seed %i', (seed) => {
    const unitOf = new Map(people(12, 3).map(({ id, unit }) => [id, unit]));
    for (const team of dealTeams(people(12, 3), [], 2, randomFrom(seed).next)) {
      expect(new Set(team.people.map((id) => unitOf.get(id))).size).toBe(2);
    }
  });

  it('the same random numbers deal the same teams', () => {
    const deal = () => dealTeams(people(12, 3), of(28, 'n'), teamSize('pairs'), randomFrom(7).next);
    expect(deal()).toEqual(deal());
  });
});

describe('[DEAL2] coming later', () => {
  it('one joins the smallest team, once, and no other person moves', () => {
    const teams = dealTeams(people(5, 2), of(6, 'n'), 2, () => 0);
    const more = joinSmallest(teams, 'late');
    expect(more.map((team) => team.people.length)).toEqual([3, 3]);
    expect(more.map(({ items }) => items)).toEqual(teams.map(({ items }) => items));
    expect(joinSmallest(more, 'late')).toBe(more);
    expect(joinSmallest([], 'late')).toEqual([]);
    const full = [{ people: Array.from({ length: TEAM_PEOPLE_MAX }, (_, at) => `p${at}`), items: [] }];
    expect(joinSmallest(full, 'late')).toBe(full);
    const deal = { phase: 'p', teams: full, turn: [0] };
    expect(sessionSchema.shape.deal.safeParse(deal).success).toBe(true);
  });
});
