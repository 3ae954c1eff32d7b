/** Top and bottom of a card on screen, in CSS pixels. */
export type CardBox = { readonly id: string; readonly top: number; readonly bottom: number };

type Drop = {
  /** The card the dragged ones go before; null: to the end. */
  readonly before: string | null;
  /** Where to draw the insertion line, in the same pixels. */
  readonly line: number;
};

/**
 * Where a drop at height `y` lands in a cell whose cards are `boxes` from top to bottom. Cards being dragged do not
 * count as neighbours. `top` is where the line goes in an empty cell.
 */
export function dropAt(
  boxes: readonly CardBox[],
  y: number,
  dragged: ReadonlySet<string>,
  top: number,
): Drop {
  const others = boxes.filter(({ id }) => !dragged.has(id));
  const index = others.findIndex((box) => y < (box.top + box.bottom) / 2);
  const above = index < 0 ? others.at(-1) : others[index - 1];
  const below = index < 0 ? undefined : others[index];
  return { before: below?.id ?? null, line: lineBetween(above, below, top) };
}

const EDGE = 4;

function lineBetween(above: CardBox | undefined, below: CardBox | undefined, top: number): number {
  if (above !== undefined && below !== undefined) {
    return below.top - above.bottom > 40 ? above.bottom + EDGE : (above.bottom + below.top) / 2;
  }
  if (above !== undefined) return above.bottom + EDGE;
  return below === undefined ? top + EDGE : below.top - EDGE;
}

/** True when dropping there would leave every card where it is. */
export function staysPut(
  order: readonly string[],
  dragged: readonly string[],
  before: string | null,
): boolean {
  const rest = order.filter((id) => !dragged.includes(id));
  const at = before === null ? rest.length : rest.indexOf(before);
  if (at < 0) return false;
  const after = [...rest.slice(0, at), ...dragged, ...rest.slice(at)];
  return after.length === order.length && after.every((id, index) => id === order[index]);
}

/** Pixels a second to scroll while a drag is held near an edge of the scrolled box. */
export function scrollSpeed(y: number, top: number, bottom: number): number {
  const zone = Math.min(64, (bottom - top) / 4);
  if (zone <= 0) return 0;
  if (y < top + zone) return -speed((top + zone - y) / zone);
  if (y > bottom - zone) return speed((y - bottom + zone) / zone);
  return 0;
}

const TOP_SPEED = 1100;

function speed(depth: number): number {
  return Math.ceil(Math.min(1, depth) ** 2 * TOP_SPEED);
}
