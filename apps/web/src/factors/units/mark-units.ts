import { assignUnitLetters } from '@coherence/picture';

/** How a unit shows: its name, the letters of its chip, and its place in the order of the board (its tint). */
export type UnitMark = {
  readonly id: string;
  readonly name: string;
  readonly letters: string;
  readonly place: number;
};

type Unit = { readonly id: string; readonly name: string; readonly short?: string | null };

/**
 * Marks for units in the order of the board. `whole`: the unit of which this one is shown cut; letters are those of whole
 * names, as in files. Needs nothing of a board's document: who is about to join has none.
 */
export function markUnits<One extends Unit>(
  units: readonly One[],
  whole: (unit: One) => Unit = (unit) => unit,
): readonly UnitMark[] {
  const letters = assignUnitLetters(
    units.map(whole).map(({ short, ...unit }) => ({ ...unit, short: short ?? undefined })),
  );
  return units.map(({ id, name }, place) => ({ id, name, letters: letters.get(id) ?? '', place }));
}
