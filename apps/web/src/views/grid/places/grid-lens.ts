import { COLUMNS, ROWS, type Grid, type GridCard, type Row } from '@coherence/board';
import { findable, wantedWords } from '../../../factors/find-words.ts';
import { isSeen, type UnitLens } from '../../../factors/units/unit-lens.ts';

/** How one person looks at the grid; it changes no rank and nobody else's screen. */
export type Lens = {
  /** Show only what this unit, or units of this tier, named. */
  readonly through: UnitLens;
  /** Show only factors with these words, or with this number ("F12"). */
  readonly find: string;
  readonly byVotes: boolean;
};

export const OPEN_LENS: Lens = { through: null, find: '', byVotes: false };

/** True when every factor shows in its own order, so that a drop between two cards means what it says. */
export function showsOrder(lens: Lens): boolean {
  return !lens.byVotes;
}

/** The grid through a lens; `seers`: the units it looks through, null for all; `count` is what is left to see. */
export function throughLens(grid: Grid, lens: Lens, seers: ReadonlySet<string> | null): Grid {
  if (seers === null && lens.find.trim() === '' && !lens.byVotes) return grid;
  const look = <Card extends GridCard>(cards: readonly Card[]): Card[] => {
    const seen = cards.filter((card) => isSeen(card.units, seers) && hasWords(card, lens.find));
    return lens.byVotes ? seen.sort((a, b) => (b.votes ?? -1) - (a.votes ?? -1)) : seen;
  };
  const row = (name: Row): Grid['cells'][Row] => ({
    purposes: look(grid.cells[name].purposes),
    strategies: look(grid.cells[name].strategies),
    roles: look(grid.cells[name].roles),
    interactions: look(grid.cells[name].interactions),
  });
  const cells = { interfering: row('interfering'), integrative: row('integrative') };
  const unplaced = look(grid.unplaced);
  const inCells = ROWS.flatMap((row) => COLUMNS.map((column) => cells[row][column].length));
  return { cells, unplaced, count: inCells.reduce((sum, n) => sum + n, unplaced.length) };
}

/** True when somebody has voted. */
export function hasVotes(grid: Grid): boolean {
  const voted = (cards: readonly GridCard[]) => cards.some((card) => card.votes !== null);
  return ROWS.some((row) => COLUMNS.some((column) => voted(grid.cells[row][column]))) || voted(grid.unplaced);
}

function hasWords(card: GridCard, find: string): boolean {
  const words = wantedWords(find);
  const text = `${findable(card.text)} ${card.no === null ? '' : `f${card.no}`}`;
  return words.every((word) => (/^f\d+$/.test(word) ? text.split(' ').includes(word) : text.includes(word)));
}
