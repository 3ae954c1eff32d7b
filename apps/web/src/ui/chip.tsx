import { tip } from './tips/tip.ts';
import './css/chip.css';

const TINTS = 8;

type UnitChipProps = {
  name: string;
  /** The letters that stand for it on this board. */
  letters: string;
  /** The unit's place in the order of the board: it picks the colour. */
  place: number;
};

/** A unit as letters on a tint; a screen reader hears its whole name. */
export function UnitChip({ name, letters, place }: UnitChipProps) {
  return (
    <abbr className={`unit-chip unit-tint-${place % TINTS}`} {...tip(name)}>
      <span dir="auto" aria-hidden>
        {letters}
      </span>
      <span dir="auto" className="visually-hidden">
        {name}
      </span>
    </abbr>
  );
}
