import { drawChip, drawGlyph } from './marks.ts';
import { element, textLine, textLines } from '../draw/svg.ts';
import { type Box, isPlace } from '../geometry/box.ts';
import { kindLooks } from '../kinds.ts';
import { palette } from '../palette.ts';
import type { PictureWords } from '../words.ts';
import { cardBaseline, cardMetrics, cardPadding, cardRadius, cardSize, footItems } from './card.ts';
import type { MapNode } from './map-model.ts';

export type PlacedCard = {
  readonly node: MapNode;
  readonly box: Box;
  readonly lines: readonly string[];
  readonly isFolded: boolean;
};

/** Measures a node where it stands; without `details` its number and units are not shown. */
export function placeCard(node: MapNode, details: boolean): PlacedCard {
  const shown = details ? node : { ...node, number: undefined, units: undefined };
  const { w, h, lines, isFolded } = cardSize(shown, node.w);
  const box = { x: placeOf(node.x), y: placeOf(node.y), w, h, radius: cardRadius(node.kind, h) };
  return { node: shown, box, lines, isFolded };
}

export function drawCard({ node, box, lines, isFolded }: PlacedCard, words: PictureWords): string {
  const look = kindLooks[node.kind];
  const left = box.x + cardPadding(node.kind);
  const right = box.x + box.w - cardPadding(node.kind);
  const headline = box.y + cardMetrics.headBaseline;
  const parts = [
    element('rect', {
      x: box.x,
      y: box.y,
      width: box.w,
      height: box.h,
      rx: box.radius ?? 0,
      fill: look.ground,
      stroke: look.ink,
      'stroke-width': 1.3,
    }),
    drawGlyph(look.glyph, left, headline - 12, cardMetrics.glyph, look.ink),
    textLine(words.kind(node.kind), 'textBold', {
      x: left + cardMetrics.glyph + 6,
      y: headline,
      size: cardMetrics.headSize,
      fill: look.ink,
    }),
    textLines(lines, 'text', {
      x: left,
      y: box.y + cardMetrics.firstBaseline,
      size: cardMetrics.textSize,
      lineHeight: cardMetrics.lineHeight,
      width: right - left,
      fill: palette.ink,
    }),
  ];
  if (isFolded) {
    const y = box.y + cardBaseline(lines.length);
    const more = { x: left, y, size: cardMetrics.textSize, fill: look.ink };
    parts.push(textLine(words.fullBelow, 'textSemibold', more));
  }
  if (node.votes !== undefined && node.votes > 0) {
    const votes = {
      x: right,
      y: headline,
      size: cardMetrics.headSize,
      fill: palette.ink,
      anchor: 'end',
    } as const;
    parts.push(textLine(words.votes(node.votes), 'textBold', votes));
  }
  return element('g', {}, [...parts, drawFoot(node, left, box, lines.length + (isFolded ? 1 : 0))].join(''));
}

function drawFoot(node: MapNode, left: number, box: Box, lineCount: number): string {
  const top = box.y + cardBaseline(lineCount - 1) + 11;
  const items = footItems(node, box.w - 2 * cardPadding(node.kind));
  return items
    .map((item) => {
      const y = top + item.row * cardMetrics.footHeight;
      const unit = item.unit === null ? undefined : node.units?.[item.unit];
      if (unit) return drawChip(unit, left + item.x, y);
      const at = { x: left + item.x, y: y + 14, size: cardMetrics.chipSize, fill: palette.secondary };
      return textLine(item.label, 'text', at);
    })
    .join('');
}

/** A card without a place that can be drawn stands at the origin: its words are not lost. */
function placeOf(value: number): number {
  return isPlace(value) ? value : 0;
}
