import type { Actor, BoardMap } from '@coherence/board';
import type { Typist } from '../../factors/use-typists.ts';
import type { UnitMark } from '../../factors/units/unit-marks.ts';
import type { OutlineControl } from './use-outline-control.ts';

/** What every entry of the outline needs. */
export type OutlineFrame = {
  readonly control: OutlineControl;
  readonly canEdit: boolean;
  /** For whom this person speaks: their unit, and the room they work in. */
  readonly actor: Actor;
  readonly unitWord: string;
  readonly marks: ReadonlyMap<string, UnitMark>;
  readonly groups: BoardMap['groups'];
  /** What every node is called, by id. */
  readonly labels: ReadonlyMap<string, string>;
  readonly typists: ReadonlyMap<string, Typist>;
  /** Opens the form for a link that starts at this node. */
  readonly linkFrom: (id: string) => void;
  /** Asks for the name of a new group with this node. */
  readonly nameGroup: (id: string) => void;
};
