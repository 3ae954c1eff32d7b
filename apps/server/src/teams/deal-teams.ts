import { teamCount } from '@coherence/board';
import type { SessionDeal } from '@coherence/board';

export interface PersonToDeal {
  readonly id: string;
  /** Empty for none. */
  readonly unit: string;
}

type Team = SessionDeal['teams'][number];

/**
 * Puts people into teams of `size` with different units as far as possible, and deals the items evenly. A person left over
 * joins a team, so that no person is alone. `random` gives numbers in [0, 1).
 */
export function dealTeams(
  people: readonly PersonToDeal[],
  items: readonly string[],
  size: number,
  random: () => number,
): Team[] {
  if (people.length === 0) return [];
  const count = teamCount(people.length, size);
  const teams: { people: string[]; items: string[] }[] = Array.from({ length: count }, () => ({
    people: [],
    items: [],
  }));
  // One unit after the other round the table: neighbours in this list end in different teams.
  byUnit(shuffled(people, random)).forEach(({ id }, index) => teams[index % count]?.people.push(id));
  shuffled(items, random).forEach((item, index) => teams[index % count]?.items.push(item));
  return teams;
}

/** No larger one fits into the session: a deal with one would be none. */
export const TEAM_PEOPLE_MAX = 500;

/** A person who came later joins the smallest team, and works on what it has; nothing changes for who is in one. */
export function joinSmallest(teams: readonly Team[], person: string): readonly Team[] {
  if (teams.length === 0 || teams.some(({ people }) => people.includes(person))) return teams;
  const smallest = Math.min(...teams.map(({ people }) => people.length));
  if (smallest >= TEAM_PEOPLE_MAX) return teams;
  const at = teams.findIndex(({ people }) => people.length === smallest);
  return teams.map((team, index) => (index === at ? { ...team, people: [...team.people, person] } : team));
}

/** The largest unit first, so that it is spread before seats are filled by others. */
function byUnit(people: readonly PersonToDeal[]): PersonToDeal[] {
  const units = new Map<string, PersonToDeal[]>();
  for (const person of people) units.set(person.unit, [...(units.get(person.unit) ?? []), person]);
  return [...units.values()].toSorted((a, b) => b.length - a.length).flat();
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const dealt = [...items];
  for (let last = dealt.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [dealt[last], dealt[other]];
    if (a === undefined || b === undefined) continue;
    dealt[last] = b;
    dealt[other] = a;
  }
  return dealt;
}
