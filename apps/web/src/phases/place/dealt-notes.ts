import {
  type BoardSnapshot,
  type Column,
  type Factor,
  isForGrid,
  type Row,
  type Session,
  unitsOf,
} from '@coherence/board';

export type DealtNote = {
  readonly id: string;
  readonly text: string;
  readonly no: number | null;
  readonly units: readonly string[];
  readonly row: Row | null;
  readonly column: Column | null;
};

/** What was dealt to a team, as it stands on the board now: what was merged or removed since is left out. */
export function dealtNotes(snapshot: BoardSnapshot, items: readonly string[]): readonly DealtNote[] {
  const factors = new Map(snapshot.factors.map((factor) => [factor.id, factor]));
  return items.flatMap((id) => {
    const factor = factors.get(id);
    return factor === undefined ? [] : [noteOf(snapshot, factor)];
  });
}

export function isPlaced({ row, column }: Pick<DealtNote, 'row' | 'column'>): boolean {
  return row !== null && column !== null;
}

/** The next note without a place after `current`, round to the beginning; null when all have one. */
export function nextToPlace(notes: readonly DealtNote[], current: string | null): string | null {
  const at = notes.findIndex(({ id }) => id === current);
  const round = [...notes.slice(at + 1), ...notes.slice(0, Math.max(0, at))];
  return round.find((note) => !isPlaced(note))?.id ?? null;
}

/** How far a deal is, over all teams. */
export function dealProgress(
  snapshot: BoardSnapshot,
  deal: NonNullable<Session['deal']>,
): { readonly placed: number; readonly all: number } {
  const notes = dealtNotes(
    snapshot,
    deal.teams.flatMap(({ items }) => items),
  );
  return { placed: notes.filter(isPlaced).length, all: notes.length };
}

/** Factors that a deal in this phase would give out. */
export function withoutCell(snapshot: BoardSnapshot): number {
  return snapshot.factors.filter(
    (factor) =>
      isForGrid(factor) && !isPlaced({ row: factor.cell?.[0] ?? null, column: factor.cell?.[1] ?? null }),
  ).length;
}

function noteOf(snapshot: BoardSnapshot, factor: Factor): DealtNote {
  const { id, text, no } = factor;
  const [row, column] = factor.cell ?? [null, null];
  return { id, text, no, units: unitsOf(snapshot, factor), row, column };
}
