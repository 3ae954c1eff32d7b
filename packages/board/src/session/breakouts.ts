import { phaseFacts } from '../schema/phase-kind.ts';
import { newId } from '../ids.ts';
import { COLUMNS, type Column } from '../schema/coherence-grid.ts';
import type { Mode, Phase } from '../schema/phase.ts';
import type { SessionDeal } from './session.ts';
import { teamOf } from './turn.ts';

type Team = SessionDeal['teams'][number];

/** How a breakout is called on screen: "Room 2", or "Team 2" where teams are too small for a room of their own. */
function breakoutName(mode: Mode, index: number): string {
  return `${mode === 'rooms' ? 'Room' : 'Team'} ${index + 1}`;
}

/** Whether the breakout of that name is a small team: sentences say team then, and room otherwise. */
export function isTeamName(name: string): boolean {
  return name.startsWith('Team ');
}

/** Whether breakouts share the columns of the grid in a phase: each groups the notes of its own columns. */
function isByColumn({ kind, mode }: Pick<Phase, 'kind' | 'mode'>): boolean {
  return phaseFacts(kind).work === 'group' && mode !== 'plenary' && mode !== 'alone';
}

/**
 * The columns of each of `breakouts` breakouts: every column has a breakout and every breakout a column, as evenly as
 * possible. With more breakouts than columns several have the same one; with fewer a breakout has neighbouring ones.
 */
export function shareColumns(breakouts: number): readonly (readonly Column[])[] {
  return Array.from({ length: breakouts }, (_, index) => {
    if (breakouts >= COLUMNS.length)
      return COLUMNS.slice(index % COLUMNS.length, (index % COLUMNS.length) + 1);
    const starts = (breakout: number) => Math.ceil((breakout * COLUMNS.length) / breakouts);
    return COLUMNS.slice(starts(index), starts(index + 1));
  });
}

/**
 * Teams as breakouts: each has a name, an id and, where a phase is dealt by column, its columns. When a phase is dealt
 * again its breakouts keep their ids, so that links named earlier still belong to "Room 2".
 */
export function namedBreakouts(
  teams: readonly Team[],
  phase: Pick<Phase, 'id' | 'kind' | 'mode'>,
  before: SessionDeal | null,
): Team[] {
  const known = before?.phase === phase.id ? before.teams : [];
  const columns = isByColumn(phase) ? shareColumns(teams.length) : [];
  return teams.map(({ people, items }, index) => ({
    id: known[index]?.id ?? newId(),
    name: breakoutName(phase.mode, index),
    people,
    items,
    ...(columns[index] === undefined ? {} : { columns: [...columns[index]] }),
  }));
}

type DealNow = { readonly deal: SessionDeal | null; readonly phase: { readonly id: string } | null };

/** The breakout a person works in now, as it is stored with the links they name; null for a person in none. */
export function breakoutNow(
  session: DealNow,
  person: string,
): { readonly id: string; readonly name: string } | null {
  const { id, name } = teamNow(session, person) ?? {};
  return id === undefined || name === undefined ? null : { id, name };
}

/** The columns of the grid that the person's breakout has now; none where breakouts have no columns. */
export function columnsNow(session: DealNow, person: string): readonly Column[] {
  return teamNow(session, person)?.columns ?? [];
}

function teamNow({ deal, phase }: DealNow, person: string): Team | null {
  return deal !== null && deal.phase === phase?.id ? (teamOf(deal, person)?.team ?? null) : null;
}
