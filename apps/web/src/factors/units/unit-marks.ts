import { ofList, unitsInOrder, wholeOf } from '@coherence/board';
import { assignUnitLetters } from '@coherence/picture';

/** How a unit shows: its name, the letters of its chip, and its place in the order of the board (its tint). */
export type UnitMark = {
  readonly id: string;
  readonly name: string;
  readonly letters: string;
  readonly place: number;
};

/** Marks for units in the order of the board. Letters are those of whole names, as in files. */
export function markUnits(
  units: readonly { readonly id: string; readonly name: string; readonly short?: string | null }[],
): readonly UnitMark[] {
  const letters = assignUnitLetters(
    units.map(wholeOf).map(({ short, ...unit }) => ({ ...unit, short: short ?? undefined })),
  );
  return units.map(({ id, name }, place) => ({ id, name, letters: letters.get(id) ?? '', place }));
}

/** Every unit of the board by id, in its order. */
export const unitMarks = ofList(
  'units',
  (lists): ReadonlyMap<string, UnitMark> =>
    new Map(markUnits(unitsInOrder(lists)).map((mark) => [mark.id, mark])),
);
