import { isolated } from '@coherence/words';
import { UnitChip } from '../../ui/chip.tsx';
import type { UnitMark } from './unit-marks.ts';

type UnitChipsProps = {
  units: readonly string[];
  marks: ReadonlyMap<string, UnitMark>;
  /** People, where names were promised; they follow the chips. */
  names?: readonly string[];
};

/** The units that named something, as lettered chips in the order of the board. */
export function UnitChips({ units, marks, names = [] }: UnitChipsProps) {
  return (
    <>
      {units.map((id) => {
        const mark = marks.get(id);
        return mark === undefined ? null : <UnitChip key={id} {...mark} />;
      })}
      {names.length === 0 ? null : <span>{names.map(isolated).join(', ')}</span>}
    </>
  );
}
