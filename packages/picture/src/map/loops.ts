import { markGlyphs } from '../draw/glyphs.ts';
import { drawGlyph } from './marks.ts';
import { element, textLine } from '../draw/svg.ts';
import type { Box, Point } from '../geometry/box.ts';
import type { LinkPath } from '../geometry/link-path.ts';
import { placeNear } from '../layout/place.ts';
import { palette } from '../palette.ts';
import { fitLine } from '../text/text.ts';
import type { MapLoop } from './map-model.ts';

const radius = 24;

type LoopMark = { readonly bounds: Box; readonly markup: string };

/** A loop's label in a ring, in the middle of its links or at the nearest place clear of cards and other rings. */
export function markLoops(
  loops: readonly MapLoop[],
  routes: ReadonlyMap<string, LinkPath>,
  cards: readonly Box[],
): LoopMark[] {
  const marks: LoopMark[] = [];
  for (const loop of loops) {
    const mids = loop.links.flatMap((id) => routes.get(id)?.mid ?? []);
    if (mids.length === 0) continue;
    const taken = [...cards, ...marks.map((mark) => mark.bounds)];
    const corner = placeNear(taken, 2 * radius, 2 * radius, middleOf(mids), 6);
    marks.push({ bounds: { ...corner, w: 2 * radius, h: 2 * radius }, markup: drawRing(loop.label, corner) });
  }
  return marks;
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }));
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function drawRing(label: string, corner: Point): string {
  const [x, y] = [corner.x + radius, corner.y + radius];
  const size = 15;
  const text = fitLine(label, 'textBold', size, 2 * radius - 8);
  return element(
    'g',
    {},
    element('circle', {
      cx: x,
      cy: y,
      r: radius - 1,
      fill: palette.white,
      stroke: palette.loop,
      'stroke-width': 1.8,
    }) +
      drawGlyph(markGlyphs.loop, x - 8, y - 19, 16, palette.loop, 1.6) +
      textLine(text, 'textBold', { x, y: y + 13, size, fill: palette.loop, anchor: 'middle' }),
  );
}
