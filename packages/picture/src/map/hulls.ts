import { element, textLine } from '../draw/svg.ts';
import { type Box, boxesTouch, svgNumber, unionOf } from '../geometry/box.ts';
import { palette } from '../palette.ts';
import { fitLine, measureText } from '../text/text.ts';

export type Hull = {
  readonly name: string;
  /** The part with the most cards; the name stands in its top left corner. */
  readonly bounds: Box;
  /** Every part, the one above first. */
  readonly parts: readonly Box[];
  /** The outlines of all parts as one path. */
  readonly d: string;
};

const side = 22;
const head = 42;
const corner = 22;
const nameSize = 16;
const nameBaseline = 27;
const ground = '#FAF8F3';

/**
 * The soft outline around a group's cards with room for its name at the top. Where the cards of other groups
 * stand between them, the group is outlined in several parts, so that an outline never takes in a card that
 * is not of the group. Null for no cards.
 */
export function groupHull(name: string, members: readonly Box[], others: readonly Box[]): Hull | null {
  const islands = islandsOf(members, others).toSorted((a, b) => b.length - a.length);
  const parts = islands.flatMap((cards) => outlineOf(cards) ?? []);
  const bounds = parts[0];
  return bounds ? { name, bounds, parts, d: parts.map(roundedPath).join('') } : null;
}

export function drawHull(hull: Hull): string {
  return element('path', { d: hull.d, fill: ground, stroke: '#CFC6B4', 'stroke-width': 1.3 });
}

/** The group's name in every part; drawn after the links, with a rim that sets it off from those that pass. */
export function drawHullNames(hull: Hull): string {
  const rim = { stroke: ground, 'stroke-width': 6, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
  const names = hull.parts.map((part) => {
    const at = { x: part.x + side, y: part.y + nameBaseline, size: nameSize, fill: palette.secondary };
    return textLine(shownName(hull.name, part), 'textSemibold', at);
  });
  return element('g', rim, names.join(''));
}

/** Where the names stand. */
export function hullNameBoxes(hull: Hull): Box[] {
  return hull.parts.map((part) => {
    const w = measureText(shownName(hull.name, part), 'textSemibold', nameSize);
    return { x: part.x + side, y: part.y + nameBaseline - nameSize, w, h: nameSize * 1.3 };
  });
}

function shownName(name: string, part: Box): string {
  return fitLine(name, 'textSemibold', nameSize, part.w - 2 * side);
}

/** Sets of cards that one rectangle can hold without a card of others; nearest sets are joined first. */
function islandsOf(members: readonly Box[], others: readonly Box[]): Box[][] {
  const isFree = (cards: readonly Box[]) => {
    const outline = outlineOf(cards);
    return outline !== null && !others.some((box) => boxesTouch(box, outline));
  };
  if (isFree(members)) return [[...members]];
  const islands = members.map((box) => [box]);
  for (;;) {
    const pair = nearestPair(islands, isFree);
    if (!pair) return islands;
    const [one, other] = pair;
    islands[one] = [...(islands[one] ?? []), ...(islands[other] ?? [])];
    islands.splice(other, 1);
  }
}

function nearestPair(
  islands: readonly Box[][],
  isFree: (cards: readonly Box[]) => boolean,
): [one: number, other: number] | null {
  let nearest: [number, number] | null = null;
  let least = Infinity;
  for (const [one, cards] of islands.entries()) {
    for (const [other, more] of islands.entries()) {
      if (other <= one) continue;
      const union = unionOf([...cards, ...more]);
      const size = (union?.w ?? 0) + (union?.h ?? 0);
      if (size >= least || !isFree([...cards, ...more])) continue;
      [nearest, least] = [[one, other], size];
    }
  }
  return nearest;
}

function outlineOf(cards: readonly Box[]): Box | null {
  const union = unionOf(cards);
  return union && { x: union.x - side, y: union.y - head, w: union.w + 2 * side, h: union.h + head + side };
}

function roundedPath({ x, y, w, h }: Box): string {
  const [left, top, right, bottom] = [x, y, x + w, y + h].map(svgNumber);
  const [innerLeft, innerTop, innerRight, innerBottom] = [
    x + corner,
    y + corner,
    x + w - corner,
    y + h - corner,
  ].map(svgNumber);
  return (
    `M${innerLeft} ${top}H${innerRight}Q${right} ${top} ${right} ${innerTop}V${innerBottom}` +
    `Q${right} ${bottom} ${innerRight} ${bottom}H${innerLeft}Q${left} ${bottom} ${left} ${innerBottom}` +
    `V${innerTop}Q${left} ${top} ${innerLeft} ${top}Z`
  );
}
