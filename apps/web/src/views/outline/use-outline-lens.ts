import type { BoardMap } from '@coherence/board';
import { useMemo, useState } from 'react';
import { lensChoices, lensUnits, litThrough, type UnitLens } from '../../factors/units/unit-lens.ts';
import { useProjection } from '../../live/document/use-projection.ts';

/** Through whose eyes the outline is read, and what that leaves of the map; null: everything. */
export function useOutlineLens(map: BoardMap) {
  const [lens, setLens] = useState<UnitLens>(null);
  const choices = useProjection(lensChoices);
  const lit = useMemo(() => litThrough(map, lensUnits(lens, choices)), [map, lens, choices]);
  return { lens, setLens, choices, lit };
}
