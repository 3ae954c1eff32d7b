import { element, textLine } from '../draw/svg.ts';
import { type Box, boxesTouch, type Point, unionOf } from '../geometry/box.ts';
import { palette } from '../palette.ts';
import { fitLine, measureText } from '../text/text.ts';
import { svgNumber } from '../geometry/box.ts';

export type Hull = { readonly name: string; readonly bounds: Box; readonly d: string };

const side = 22;
const head = 42;
const corner = 22;
const nameSize = 16;
const nameBaseline = 27;
const ground = '#FAF8F3';

/**
 * The soft outline around a group's cards with room for its name at the top. A rounded rectangle; where that
 * would take in another card, the convex outline of the group's own cards.
 */
export function groupHull(name: string, members: readonly Box[], others: readonly Box[]): Hull | null {
  const union = unionOf(members);
  if (!union) return null;
  const bounds = { x: union.x - side, y: union.y - head, w: union.w + 2 * side, h: union.h + head + side };
  const corners = others.some((box) => boxesTouch(box, bounds))
    ? convexHull(members.flatMap(roomAround))
    : cornersOf(bounds);
  return { name, bounds, d: roundedPath(corners) };
}

export function drawHull(hull: Hull): string {
  const stroke = { fill: ground, stroke: '#CFC6B4', 'stroke-width': 1.3 };
  return element('path', { d: hull.d, ...stroke });
}

/** The group's name; drawn after the links, with a rim that sets it off from those that pass. */
export function drawHullName(hull: Hull): string {
  const name = shownName(hull);
  const at = {
    x: hull.bounds.x + side,
    y: hull.bounds.y + nameBaseline,
    size: nameSize,
    fill: palette.secondary,
  };
  const rim = { stroke: ground, 'stroke-width': 6, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
  return element('g', rim, textLine(name, 'textSemibold', at));
}

/** Where the group's name stands. */
export function hullNameBox(hull: Hull): Box {
  const w = measureText(shownName(hull), 'textSemibold', nameSize);
  return { x: hull.bounds.x + side, y: hull.bounds.y + nameBaseline - nameSize, w, h: nameSize * 1.3 };
}

function shownName(hull: Hull): string {
  return fitLine(hull.name, 'textSemibold', nameSize, hull.bounds.w - 2 * side);
}

function roomAround(box: Box): Point[] {
  return cornersOf({ x: box.x - side, y: box.y - head, w: box.w + 2 * side, h: box.h + head + side });
}

function cornersOf({ x, y, w, h }: Box): Point[] {
  return [
    { x, y },
    { x: x + w, y },
    { x: x + w, y: y + h },
    { x, y: y + h },
  ];
}

/** Andrew's monotone chain: the outline in order, without points on its edges. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  return [...halfHull(sorted), ...halfHull(sorted.toReversed())];
}

function halfHull(points: readonly Point[]): Point[] {
  const chain: Point[] = [];
  for (const point of points) {
    while (chain.length >= 2 && !turnsIn(chain.at(-2), chain.at(-1), point)) chain.pop();
    chain.push(point);
  }
  return chain.slice(0, -1);
}

function turnsIn(a: Point | undefined, b: Point | undefined, c: Point): boolean {
  return a !== undefined && b !== undefined && (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
}

function roundedPath(corners: readonly Point[]): string {
  const parts = corners.map((point, index) => {
    const before = corners.at(index - 1) ?? point;
    const after = corners[(index + 1) % corners.length] ?? point;
    const from = toward(point, before);
    const to = toward(point, after);
    return `${index === 0 ? 'M' : 'L'}${xy(from)}Q${xy(point)} ${xy(to)}`;
  });
  return `${parts.join('')}Z`;
}

function toward(point: Point, other: Point): Point {
  const length = Math.hypot(other.x - point.x, other.y - point.y);
  const share = length < 1e-9 ? 0 : Math.min(corner, length / 2) / length;
  return { x: point.x + (other.x - point.x) * share, y: point.y + (other.y - point.y) * share };
}

function xy(point: Point): string {
  return `${svgNumber(point.x)} ${svgNumber(point.y)}`;
}
