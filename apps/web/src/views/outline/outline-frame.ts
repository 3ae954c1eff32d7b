import type { Actor, BoardMap } from '@coherence/board';
import { useMemo, useState } from 'react';
import type { Typist } from '../../factors/use-typists.ts';
import type { UnitMark } from '../../factors/units/unit-marks.ts';
import type { OutlineControl } from './use-outline-control.ts';
import { lensChoices, lensUnits, highlightThrough, type UnitLens } from '../../factors/units/unit-lens.ts';
import { useProjection } from '../../live/document/use-projection.ts';

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

/** Through whose eyes the outline is read, and what that leaves of the map; null: everything. */
export function useOutlineLens(map: BoardMap) {
  const [lens, setLens] = useState<UnitLens>(null);
  const choices = useProjection(lensChoices);
  const highlighted = useMemo(() => highlightThrough(map, lensUnits(lens, choices)), [map, lens, choices]);
  return { lens, setLens, choices, highlighted };
}
