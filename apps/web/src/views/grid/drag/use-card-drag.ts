import { useEffect, useRef, useState, type RefObject } from 'react';
import { dropPlaceAt, type DropPlace } from './drop-place.ts';
import { watchDrags, type Lift } from './pointer-drag.ts';

export type Dragging = {
  readonly ids: readonly string[];
  readonly lift: Lift;
  readonly drop: DropPlace | null;
};

type DragRules = {
  readonly enabled: boolean;
  /** False where the order on screen is not the order of the board. */
  readonly ordered: boolean;
  idsFor(id: string): readonly string[];
  drop(ids: readonly string[], drop: DropPlace): void;
};

/** The drag that is going on below `root`, if any. One drop is one call of `rules.drop`. */
export function useCardDrag(root: RefObject<HTMLElement | null>, rules: DragRules): Dragging | null {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const latest = useRef(rules);
  useEffect(() => {
    latest.current = rules;
  });

  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    let ids: readonly string[] = [];
    const at = (lift: Lift): DropPlace | null =>
      dropPlaceAt(element, lift, new Set(ids), latest.current.ordered);
    return watchDrags(element, {
      mayLift: (id) => {
        ids = latest.current.idsFor(id);
        return latest.current.enabled;
      },
      moved: (lift) => setDragging({ ids, lift, drop: at(lift) }),
      ended: (lift) => {
        setDragging(null);
        const drop = lift === null ? null : at(lift);
        if (drop !== null) latest.current.drop(ids, drop);
      },
    });
  }, [root]);

  return dragging;
}
