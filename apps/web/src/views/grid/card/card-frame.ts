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
