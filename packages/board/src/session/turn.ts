import type { SessionDeal } from './session.ts';

export type TeamOf = {
  readonly team: SessionDeal['teams'][number];
  readonly index: number;
  /** Whose turn it is: a participant of the team. */
  readonly turn: string | null;
};

/** The team of a person in a deal, and whose turn it is there; null for who is in none. */
export function teamOf(deal: SessionDeal | null, person: string): TeamOf | null {
  const index = deal?.teams.findIndex(({ people }) => people.includes(person)) ?? -1;
  const team = deal?.teams[index];
  if (deal === null || team === undefined) return null;
  return { team, index, turn: team.people[(deal.turn[index] ?? 0) % team.people.length] ?? null };
}

/** The deal after `person` has let the turn go on to the next of their team; the same deal if they are in none. */
export function passTurn(deal: SessionDeal, person: string): SessionDeal {
  const mine = teamOf(deal, person);
  if (mine === null) return deal;
  const size = mine.team.people.length;
  const turn = deal.teams.map((_, index) =>
    index === mine.index ? ((deal.turn[index] ?? 0) + 1) % size : (deal.turn[index] ?? 0),
  );
  return { ...deal, turn };
}
