import { element, textLines } from '../draw/svg.ts';
import { type Box, isPlace } from '../geometry/box.ts';
import { palette } from '../palette.ts';
import type { MapDrawing } from './map-model.ts';
import { penWidth, strokePath } from './stroke.ts';
import { writingMetrics, writingSize } from './writing.ts';

type PlacedDrawing = { readonly bounds: Box; readonly markup: string };

/** A free drawing as markup with its bounds; null for one without a place that can be drawn. */
export function placeDrawing(drawing: MapDrawing): PlacedDrawing | null {
  return drawing.type === 'pen' ? placeStroke(drawing) : placeText(drawing);
}

function placeStroke(drawing: Extract<MapDrawing, { type: 'pen' }>): PlacedDrawing | null {
  const points = drawing.points.filter((point) => isPlace(point.x) && isPlace(point.y));
  const first = points[0];
  if (!first) return null;
  const width = Number.isFinite(drawing.width) ? Math.min(Math.max(drawing.width, 0.5), 60) : penWidth;
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

function placeText(drawing: Exclude<MapDrawing, { type: 'pen' }>): PlacedDrawing | null {
  if (![drawing.x, drawing.y, drawing.w].every(isPlace)) return null;
  const note = drawing.type === 'note';
  const { w, h, inset, lines } = writingSize(drawing.type, drawing.text, drawing.w);
  const { textSize: size, lineHeight, firstBaseline } = writingMetrics;
  const bounds = { x: drawing.x, y: drawing.y, w, h: Math.max(h, note ? (drawing.h ?? 0) : 0) };
  const fill = note ? palette.ink : safeColor(drawing.color);
  const text = textLines(lines, 'text', {
    x: bounds.x + inset,
    y: bounds.y + inset + firstBaseline,
    size,
    lineHeight,
    width: w - 2 * inset,
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
