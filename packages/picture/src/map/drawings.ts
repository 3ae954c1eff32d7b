import { element, textLines } from '../draw/svg.ts';
import { type Box, isPlace, type Point, svgNumber } from '../geometry/box.ts';
import { palette } from '../palette.ts';
import { breakLines } from '../text/text.ts';
import type { MapDrawing } from './map-model.ts';

const size = 15;
const lineHeight = 20;
const padding = 12;

export type PlacedDrawing = { readonly bounds: Box; readonly markup: string };

/** A free drawing as markup with its bounds; null for one without a place that can be drawn. */
export function placeDrawing(drawing: MapDrawing): PlacedDrawing | null {
  return drawing.type === 'pen' ? placeStroke(drawing) : placeText(drawing);
}

function placeStroke(drawing: Extract<MapDrawing, { type: 'pen' }>): PlacedDrawing | null {
  const points = drawing.points.filter((point) => isPlace(point.x) && isPlace(point.y));
  const first = points[0];
  if (!first) return null;
  const width = Number.isFinite(drawing.width) ? Math.min(Math.max(drawing.width, 0.5), 60) : 3;
  const bounds = points.reduce(
    (box, { x, y }) => ({
      left: Math.min(box.left, x),
      top: Math.min(box.top, y),
      right: Math.max(box.right, x),
      bottom: Math.max(box.bottom, y),
    }),
    { left: first.x, top: first.y, right: first.x, bottom: first.y },
  );
  const half = width / 2;
  return {
    bounds: {
      x: bounds.left - half,
      y: bounds.top - half,
      w: bounds.right - bounds.left + width,
      h: bounds.bottom - bounds.top + width,
    },
    markup: element('path', {
      d: strokePath(points),
      fill: 'none',
      stroke: safeColor(drawing.color),
      'stroke-width': width,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
  };
}

/** A smooth line: each sampled point is the control of a curve between the middles to its neighbours. */
function strokePath(points: readonly Point[]): string {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return '';
  const curves = points.slice(1, -1).map((point, index) => {
    const next = points[index + 2] ?? point;
    return `Q${xy(point)} ${xy({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
  });
  return `M${xy(first)}${curves.join('')}L${xy(last)}`;
}

function placeText(drawing: Exclude<MapDrawing, { type: 'pen' }>): PlacedDrawing | null {
  if (![drawing.x, drawing.y, drawing.w].every(isPlace)) return null;
  const note = drawing.type === 'note';
  const inset = note ? padding : 0;
  const w = Math.max(drawing.w, 40);
  const lines = breakLines(drawing.text, 'text', size, w - 2 * inset);
  const needed = lines.length * lineHeight + 2 * inset;
  const bounds = { x: drawing.x, y: drawing.y, w, h: Math.max(needed, note ? (drawing.h ?? 0) : 0) };
  const fill = note ? palette.ink : safeColor(drawing.color);
  const text = textLines(lines, 'text', {
    x: bounds.x + inset,
    y: bounds.y + inset + 14.5,
    size,
    lineHeight,
    fill,
  });
  return { bounds, markup: note ? drawPaper(bounds, safeColor(drawing.color)) + text : text };
}

/** The note's own colour as a light ground, so that ink always reads on it. */
function drawPaper(bounds: Box, color: string): string {
  const at = { x: bounds.x, y: bounds.y, width: bounds.w, height: bounds.h, rx: 4 };
  return (
    element('rect', { ...at, fill: palette.white }) +
    element('rect', { ...at, fill: color, 'fill-opacity': 0.14, stroke: color, 'stroke-width': 1.2 })
  );
}

function safeColor(color: string): string {
  return /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(color) ? color : palette.ink;
}

function xy(point: Point): string {
  return `${svgNumber(point.x)} ${svgNumber(point.y)}`;
}
