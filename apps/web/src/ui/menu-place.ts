type Edges = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
type Size = { readonly width: number; readonly height: number };

const GAP = 4;
const MARGIN = 8;

/**
 * The left and top, in CSS pixels of the viewport, of a menu beside its button: below it, above where there is no
 * room below, and never over the edge of the screen.
 */
export function placeMenu(
  button: Edges,
  menu: Size,
  screen: Size,
  align: 'start' | 'end',
): { left: number; top: number } {
  const wantedLeft = align === 'start' ? button.left : button.right - menu.width;
  const below = button.bottom + GAP;
  const above = button.top - GAP - menu.height;
  const fitsBelow = below + menu.height <= screen.height - MARGIN;
  const wantedTop = fitsBelow || above < MARGIN ? below : above;
  return {
    left: within(wantedLeft, MARGIN, screen.width - MARGIN - menu.width),
    top: within(wantedTop, MARGIN, screen.height - MARGIN - menu.height),
  };
}

function within(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
