import { ofList, unitsInOrder, wholeOf } from '@coherence/board';
import { markUnits, type UnitMark } from './mark-units.ts';

export type { UnitMark } from './mark-units.ts';

/** Every unit of the board by id, in its order. */
export const unitMarks = ofList(
  'units',
  (lists): ReadonlyMap<string, UnitMark> =>
    new Map(markUnits(unitsInOrder(lists), wholeOf).map((mark) => [mark.id, mark])),
);
