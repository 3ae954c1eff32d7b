import { unitsInOrder, type BoardSnapshot } from '@coherence/board';
import { assignUnitLetters, unitTint, type UnitMark } from '@coherence/picture';

export type UnitMarks = ReadonlyMap<string, UnitMark>;

/** Letters and tint of every unit by its id, as the client shows them. */
export function unitMarks(snapshot: BoardSnapshot): UnitMarks {
  const units = unitsInOrder(snapshot);
  const letters = assignUnitLetters(
    units.map(({ id, name, short }) => ({ id, name, short: short ?? undefined })),
  );
  return new Map(units.map(({ id }, index) => [id, { label: letters.get(id) ?? '', tint: unitTint(index) }]));
}

export function marksOf(marks: UnitMarks, units: readonly string[]): UnitMark[] {
  return units.flatMap((id) => marks.get(id) ?? []);
}

/** F12: how a factor's stable number is written. */
export function writtenNumber(no: number | null): string {
  return no === null ? '' : `F${no}`;
}
