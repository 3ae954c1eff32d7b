import { initials } from './initials.ts';
import './css/chip.css';

const TINTS = 8;

type UnitChipProps = {
  name: string;
  /** The letters of the board; the initials of the name where it has none. */
  short: string | null;
  /** The unit's place in the order of the board: it picks the colour. */
  place: number;
};

/** A unit as letters on a tint; a screen reader hears its whole name. */
export function UnitChip({ name, short, place }: UnitChipProps) {
  const letters = short ?? initials(name);
  return (
    <abbr className={`unit-chip unit-tint-${place % TINTS}`} title={name}>
      <span aria-hidden>{letters}</span>
      <span className="visually-hidden">{name}</span>
    </abbr>
  );
}
