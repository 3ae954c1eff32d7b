import type { Grid } from '@coherence/board';
import { useLayoutEffect, type RefObject } from 'react';
import { cardsAt, cardsInOrder } from '../../../factors/place.ts';
import type { GridControl } from '../control/use-grid-control.ts';
import { DragLayer } from './drag-layer.tsx';
import { staysPut } from './drop-target.ts';
import { useCardDrag } from './use-card-drag.ts';

type CardDragProps = {
  /** The element whose cards are dragged. */
  root: RefObject<HTMLElement | null>;
  enabled: boolean;
  /** False where the order on screen is not the order of the board. */
  ordered: boolean;
  grid: Grid;
  control: GridControl;
  /** Hears which cards are dragged now; none where no drag is going on. */
  onDragged: (ids: readonly string[]) => void;
};

const NONE: readonly string[] = [];

/** Drags cards to other places, and draws them under the pointer. Nothing of it is needed before the first drag. */
export function CardDrag({ root, enabled, ordered, grid, control, onDragged }: CardDragProps) {
  const dragging = useCardDrag(root, {
    enabled,
    ordered,
    idsFor: control.idsFor,
    drop: (ids, { place, before }) => {
      const order = cardsAt(grid, place).map((card) => card.id);
      const isSorted = !ordered && ids.every((id) => order.includes(id));
      if (!isSorted && !staysPut(order, ids, before)) control.move(ids, place, before);
    },
  });
  const ids = dragging?.ids ?? NONE;
  useLayoutEffect(() => onDragged(ids), [ids, onDragged]);
  if (dragging === null) return null;
  const text = cardsInOrder(grid).find((card) => card.id === dragging.lift.id)?.text ?? '';
  return <DragLayer dragging={dragging} text={text} />;
}
