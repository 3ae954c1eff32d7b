import { useEffect, useRef, useState, type RefObject } from 'react';
import { watchDrags, type Lift } from './pointer-drag.ts';
import { placeOf, type Place } from '../../../factors/place.ts';
import { dropAt } from './drop-target.ts';

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

type DropPlace = {
  readonly place: Place;
  readonly before: string | null;
  /** Where the insertion line goes, in viewport pixels; null where order means nothing. */
  readonly line: { readonly left: number; readonly top: number; readonly width: number } | null;
};

/** What lies under the pointer as a place to drop. Reads the page, so it is right whatever others have just done. */
function dropPlaceAt(
  root: HTMLElement,
  { x, y }: { x: number; y: number },
  dragged: ReadonlySet<string>,
  ordered: boolean,
): DropPlace | null {
  const target = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-place]');
  if (!target || !root.contains(target)) return null;
  const place = placeOf(target.dataset['place'] ?? '');
  if (place === undefined) return null;
  if (place === null || !ordered) return { place, before: null, line: null };
  const boxes = [...target.querySelectorAll<HTMLElement>('[data-card]')].map((card) => {
    const { top, bottom } = card.getBoundingClientRect();
    return { id: card.dataset['card'] ?? '', top, bottom };
  });
  const edge = target.getBoundingClientRect();
  const drop = dropAt(boxes, y, dragged, edge.top);
  return {
    place,
    before: drop.before,
    line: { left: edge.left + 9, top: drop.line, width: edge.width - 18 },
  };
}
