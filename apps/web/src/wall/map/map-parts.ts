import { mapOf, type BoardSnapshot } from '@coherence/board';
import { cardMetrics } from '@coherence/picture';
import { cardBoxes } from '../../factors/map-places.ts';

export type Box = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
export type CardBox = Box & { readonly id: string };

export type MapPart = {
  /** Name of the group that this part is; null where it is a piece of the map. */
  readonly name: string | null;
  readonly bounds: Box;
  readonly cards: readonly string[];
};

type Space = { readonly w: number; readonly h: number };
type GroupOfCards = { readonly name: string; readonly members: readonly string[] };

/** Around the cards of a part, so that links and the name of a group are seen, in map px. */
const MARGIN = 24;
const NAME_HEIGHT = 26;

/**
 * The map in parts that each fit into `space` (map px at the smallest size that can be read): all of it where it fits,
 * else each group, then what is in no group, unless that makes many more parts than cutting by place alone; what is
 * still too large is cut into pieces as full as they get. No card is left out.
 */
export function mapParts(
  cards: readonly CardBox[],
  groups: readonly GroupOfCards[],
  space: Space,
): readonly MapPart[] {
  if (cards.length === 0) return [];
  if (fits(cards, space)) return [partOf(null, cards)];
  const named = (name: string, part: readonly CardBox[]): MapPart => partOf(name, part, space);
  const grouped = groups
    .map(({ name, members }) => ({ name, cards: cards.filter(({ id }) => members.includes(id)) }))
    .filter((group) => group.cards.length > 0);
  const free = cards.filter(({ id }) => !groups.some(({ members }) => members.includes(id)));
  const byGroup = [
    ...grouped.flatMap(({ name, cards: own }) => cut(own, space).map((part) => named(name, part))),
    ...cut(free, space).map((part) => partOf(null, part)),
  ];
  const byPlace = cut(cards, space).map((part) => partOf(null, part));
  // Groups that lie among each other would make a map of many small parts.
  return byGroup.length > byPlace.length * 1.5 ? byPlace : byGroup;
}

function partOf(name: string | null, cards: readonly CardBox[], space: Space | null = null): MapPart {
  const { x, y, w, h } = boundsOf(cards);
  // The name of a group stands above its cards; it is seen where that makes nothing smaller.
  const above = name === null || space === null ? 0 : Math.max(0, Math.min(NAME_HEIGHT, space.h - h));
  return { name, bounds: { x, y: y - above, w, h: h + above }, cards: cards.map(({ id }) => id) };
}

/** The rectangle around cards, with some paper around them. */
function boundsOf(cards: readonly Box[]): Box {
  const left = Math.min(...cards.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...cards.map(({ y }) => y)) - MARGIN;
  const right = Math.max(...cards.map(({ x, w }) => x + w)) + MARGIN;
  const bottom = Math.max(...cards.map(({ y, h }) => y + h)) + MARGIN;
  return { x: left, y: top, w: right - left, h: bottom - top };
}

function fits(cards: readonly Box[], space: Space): boolean {
  const { w, h } = boundsOf(cards);
  return w <= space.w && h <= space.h;
}

/** Cuts into strips and the strips into pieces, both as full as they get: across or down, whichever gives fewer pieces. */
function cut(cards: readonly CardBox[], space: Space): readonly (readonly CardBox[])[] {
  if (cards.length === 0) return [];
  const across = strips(cards, 'y', space).flatMap((strip) => strips(strip, 'x', space));
  const down = strips(cards, 'x', space).flatMap((strip) => strips(strip, 'y', space));
  return down.length < across.length ? down : across;
}

function strips(cards: readonly CardBox[], along: 'x' | 'y', space: Space): readonly (readonly CardBox[])[] {
  const side = along === 'x' ? 'w' : 'h';
  const sorted = [...cards].sort((a, b) => a[along] - b[along]);
  const found: CardBox[][] = [];
  for (const card of sorted) {
    const last = found.at(-1);
    if (last !== undefined && boundsOf([...last, card])[side] <= space[side]) last.push(card);
    else found.push([card]);
  }
  return found;
}

/** Nothing on the wall is set smaller, in px. */
const WALL_TEXT = 18;

/** The words of cards can be read from here on; larger than the second, few cards would fill a wall. */
export const WALL_ZOOM = { smallest: WALL_TEXT / cardMetrics.textSize, largest: 1.7 } as const;

/** Every card of the map. */
export function wallBoxes(snapshot: BoardSnapshot): readonly CardBox[] {
  return cardBoxes(mapOf(snapshot));
}
