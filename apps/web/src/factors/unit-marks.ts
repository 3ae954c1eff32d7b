import { unitsInOrder, type BoardSnapshot } from '@coherence/board';
import { assignUnitLetters } from '@coherence/picture';

/** How a unit shows: its name, the letters of its chip, and its place in the order of the board (its tint). */
export type UnitMark = {
  readonly id: string;
  readonly name: string;
  readonly letters: string;
  readonly place: number;
};

/** Every unit of the board by id, in its order. */
export function unitMarks(snapshot: BoardSnapshot): ReadonlyMap<string, UnitMark> {
  const units = unitsInOrder(snapshot);
  const letters = assignUnitLetters(
    units.map(({ id, name, short }) => ({ id, name, short: short ?? undefined })),
  );
  return new Map(
    units.map(({ id, name }, place) => [id, { id, name, letters: letters.get(id) ?? '', place }]),
  );
}
