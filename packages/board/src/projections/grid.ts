import { byRank } from '../order.ts';
import type { Factor } from '../schema/factor.ts';
import { isForGrid } from '../schema/node-kind.ts';
import type { BoardSnapshot } from '../snapshot.ts';
import { COLUMNS, ROWS, type Column, type Row } from '../schema/coherence-grid.ts';
import { namesOf, unitsOf } from './record-facts.ts';
import { votesByRecord } from './vote-rounds.ts';

export type GridCard = {
  readonly id: string;
  readonly text: string;
  /** Stable number; null until the server has given one. */
  readonly no: number | null;
  /** Ids of the units that named it, in board order. */
  readonly units: readonly string[];
  /** Who said so, where names were promised. */
  readonly names: readonly string[];
  readonly votes: number | null;
  readonly onMap: boolean;
  readonly group: string | null;
};

export type Grid = {
  readonly cells: Readonly<Record<Row, Readonly<Record<Column, readonly GridCard[]>>>>;
  /** Not placed yet, or placed in a row without a column. */
  readonly unplaced: readonly (GridCard & { readonly row: Row | null })[];
  readonly count: number;
};

/** The coherence grid: every factor that is not an outcome, in its cell or under "Not placed yet". */
export function gridOf(snapshot: BoardSnapshot): Grid {
  const votes = votesByRecord(snapshot);
  const cells = emptyCells();
  const unplaced: (GridCard & { row: Row | null })[] = [];
  const ranked = snapshot.factors
    .filter(isForGrid)
    .map((factor) => ({ id: factor.id, rank: factor.cell?.[2] ?? '', factor }))
    .sort(byRank);
  for (const { factor } of ranked) {
    const card = cardOf(snapshot, factor, votes);
    const [row, column] = factor.cell ?? [null, null];
    if (row !== null && column !== null) cells[row][column].push(card);
    else unplaced.push({ ...card, row });
  }
  unplaced.sort((a, b) => (a.no ?? Infinity) - (b.no ?? Infinity));
  return { cells, unplaced, count: ranked.length };
}

function emptyCells(): Record<Row, Record<Column, GridCard[]>> {
  const row = (): Record<Column, GridCard[]> =>
    Object.fromEntries(COLUMNS.map((column) => [column, [] as GridCard[]])) as never;
  return Object.fromEntries(ROWS.map((name) => [name, row()])) as never;
}

function cardOf(snapshot: BoardSnapshot, factor: Factor, votes: ReadonlyMap<string, number>): GridCard {
  return {
    id: factor.id,
    text: factor.text,
    no: factor.no,
    units: unitsOf(snapshot, factor),
    names: namesOf(factor),
    votes: votes.get(factor.id) ?? null,
    onMap: factor.pos !== null,
    group: factor.group,
  };
}
