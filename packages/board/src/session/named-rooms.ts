import { newId } from '../ids.ts';
import { COLUMNS, type Column } from '../schema/coherence-grid.ts';
import type { Mode, Phase } from '../schema/phase.ts';
import type { SessionDeal } from './session.ts';
import { teamOf } from './turn.ts';

type Team = SessionDeal['teams'][number];

/** "Room 2", or "Team 2" where teams are too small to have a room of their own. */
function roomName(mode: Mode, index: number): string {
  return `${mode === 'rooms' ? 'Room' : 'Team'} ${index + 1}`;
}

/** Whether a room of that name is a small team, which a sentence calls so. */
export function isTeamName(name: string): boolean {
  return name.startsWith('Team ');
}

/** Whether rooms share the columns of the grid in a phase: each groups what is in its own. */
function isByColumn({ kind, mode }: Pick<Phase, 'kind' | 'mode'>): boolean {
  return kind === 'group' && mode !== 'plenary' && mode !== 'alone';
}

/**
 * The columns of each of `rooms` rooms: every column has a room and every room a column, shared as evenly as they go.
 * With more rooms than columns several have the same one; with fewer a room has neighbouring ones.
 */
export function shareColumns(rooms: number): readonly (readonly Column[])[] {
  return Array.from({ length: rooms }, (_, index) => {
    if (rooms >= COLUMNS.length) return COLUMNS.slice(index % COLUMNS.length, (index % COLUMNS.length) + 1);
    const starts = (room: number) => Math.ceil((room * COLUMNS.length) / rooms);
    return COLUMNS.slice(starts(index), starts(index + 1));
  });
}

/**
 * Teams as rooms: each has a name, an id and, where a phase is dealt by column, its columns. A room that is dealt again
 * in its phase keeps its id, so that what it has said stays the word of "Room 2".
 */
export function namedRooms(
  teams: readonly Team[],
  phase: Pick<Phase, 'id' | 'kind' | 'mode'>,
  before: SessionDeal | null,
): Team[] {
  const known = before?.phase === phase.id ? before.teams : [];
  const columns = isByColumn(phase) ? shareColumns(teams.length) : [];
  return teams.map(({ people, items }, index) => ({
    id: known[index]?.id ?? newId(),
    name: roomName(phase.mode, index),
    people,
    items,
    ...(columns[index] === undefined ? {} : { columns: [...columns[index]] }),
  }));
}

type Dealt = { readonly deal: SessionDeal | null; readonly phase: { readonly id: string } | null };

/** The room or team somebody works in now, as a link they name says it; null for who is in none. */
export function roomNow(
  session: Dealt,
  person: string,
): { readonly id: string; readonly name: string } | null {
  const { id, name } = teamNow(session, person) ?? {};
  return id === undefined || name === undefined ? null : { id, name };
}

/** The columns of the grid that are those of somebody's room now; none where rooms have none. */
export function columnsNow(session: Dealt, person: string): readonly Column[] {
  return teamNow(session, person)?.columns ?? [];
}

function teamNow({ deal, phase }: Dealt, person: string): Team | null {
  return deal !== null && deal.phase === phase?.id ? (teamOf(deal, person)?.team ?? null) : null;
}
