import type { GridCard } from '@coherence/board';
import type { UnitMark } from '../../../factors/units/unit-marks.ts';
import type { GridControl } from '../control/use-grid-control.ts';

/** What every card of the grid needs and no card changes. */
export type CardFrame = {
  readonly marks: ReadonlyMap<string, UnitMark>;
  /** Names of groups by id. */
  readonly groups: ReadonlyMap<string, string>;
  readonly control: GridControl;
  readonly canEdit: boolean;
  /** The unit of the person looking. */
  readonly ownUnit: string | null;
  /** What this board calls a unit. */
  readonly unitWord: string;
  /** The room makes groups: every card keeps room for the name of one. */
  readonly groupsCome: boolean;
};

/** True when two cards would be drawn alike. */
export function sameCard(a: GridCard, b: GridCard): boolean {
  return (
    a.id === b.id &&
    a.text === b.text &&
    a.no === b.no &&
    a.votes === b.votes &&
    a.onMap === b.onMap &&
    a.group === b.group &&
    sameList(a.units, b.units) &&
    sameList(a.names, b.names)
  );
}

/** True when two lists of cards would be drawn alike. */
export function sameCards(a: readonly GridCard[], b: readonly GridCard[]): boolean {
  return (
    a.length === b.length &&
    a.every((card, index) => {
      const other = b[index];
      return other !== undefined && sameCard(card, other);
    })
  );
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
