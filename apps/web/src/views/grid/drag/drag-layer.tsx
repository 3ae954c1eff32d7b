import { createPortal } from 'react-dom';
import type { Dragging } from './use-card-drag.ts';
import './drag.css';

type DragLayerProps = { dragging: Dragging; text: string };

/** What follows the pointer, and the line where it will land; the grid below stays as it is. */
export function DragLayer({ dragging: { ids, lift, drop }, text }: DragLayerProps) {
  const left = lift.x - lift.grip.x;
  const top = lift.y - lift.grip.y;
  const line = drop?.line ?? null;
  return createPortal(
    <div className="drag-layer" aria-hidden>
      {line === null ? null : <div className="drag-line" style={line} />}
      <div
        className="drag-card"
        style={{ width: lift.width, transform: `translate(${Math.round(left)}px, ${Math.round(top)}px)` }}
      >
        <bdi>{text}</bdi>
        {ids.length > 1 ? <span className="drag-count">{ids.length}</span> : null}
      </div>
    </div>,
    document.body,
  );
}
