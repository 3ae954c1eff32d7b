type Place = {
  readonly left: number;
  readonly width: number;
  readonly top?: number;
  readonly bottom?: number;
};

const WIDTH = 336;
const AWAY = 22;
const EDGE = 12;
/** Room that the toolbar takes at the lower edge. */
const FOOT = 84;
/** The popover opens upwards when less than this is left below, in px. */
const ROOM = 270;

/** Where a popover stands beside a point of the screen, whole and clear of the toolbar. */
export function placePopover(at: { x: number; y: number }, screen: { w: number; h: number }): Place {
  const width = Math.min(WIDTH, screen.w - 2 * EDGE);
  const left = clamp(at.x - width / 2, EDGE, screen.w - width - EDGE);
  const below = screen.h - FOOT - at.y;
  if (below >= ROOM || below >= at.y) {
    return { left, width, top: clamp(at.y + AWAY, EDGE, Math.max(EDGE, screen.h - FOOT - ROOM)) };
  }
  return { left, width, bottom: clamp(screen.h - at.y + AWAY, FOOT, Math.max(FOOT, screen.h - ROOM)) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(value, least), Math.max(least, most)));
}
