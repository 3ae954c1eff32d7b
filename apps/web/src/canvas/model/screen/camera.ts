type Size = { readonly w: number; readonly h: number };
type Bounds = Size & { readonly x: number; readonly y: number };
type Camera = { readonly x: number; readonly y: number; readonly z: number };

/** Below this width the toolbar stands higher, clear of the watermark. */
const NARROW = 900;
const WIDE_ROOM = { top: 64, bottom: 86, side: 36 } as const;
const NARROW_ROOM = { top: 56, bottom: 168, side: 12 } as const;
const SMALLEST = 0.05;

/** Between the legend and the highest card. */
const UNDER_LEGEND = 14;

/**
 * The camera that shows all of `bounds` in the free part of the screen, in the middle, at most at full size. The legend
 * reaches down to `legendEnd` px, further where it needs several lines; 0 for none.
 */
export function cameraFor(bounds: Bounds | null, screen: Size, legendEnd = 0): Camera {
  if (bounds === null) return { x: screen.w / 2, y: screen.h / 2, z: 1 };
  const { top: least, bottom, side } = screen.w < NARROW ? NARROW_ROOM : WIDE_ROOM;
  const top = Math.max(least, legendEnd + UNDER_LEGEND);
  const room = { w: Math.max(screen.w - 2 * side, 1), h: Math.max(screen.h - top - bottom, 1) };
  const z = Math.max(Math.min(room.w / Math.max(bounds.w, 1), room.h / Math.max(bounds.h, 1), 1), SMALLEST);
  return {
    x: (side + room.w / 2) / z - bounds.x - bounds.w / 2,
    y: (top + room.h / 2) / z - bounds.y - bounds.h / 2,
    z,
  };
}

/** The camera with `bounds` in the middle of the screen, as large as it fits between two zooms. */
export function cameraWithin(
  bounds: Bounds,
  screen: Size,
  { smallest, largest }: { readonly smallest: number; readonly largest: number },
): Camera {
  const fitting = Math.min(screen.w / Math.max(bounds.w, 1), screen.h / Math.max(bounds.h, 1));
  const z = Math.max(Math.min(fitting, largest), smallest);
  return {
    x: screen.w / 2 / z - bounds.x - bounds.w / 2,
    y: screen.h / 2 / z - bounds.y - bounds.h / 2,
    z,
  };
}
