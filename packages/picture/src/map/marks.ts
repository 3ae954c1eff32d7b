import { chipWidth, cardMetrics } from './card.ts';
import { linkMetrics } from '../geometry/link-path.ts';
import { palette, type Tint } from '../palette.ts';
import { type Glyph, glyphSize, glyphStroke, signGlyphs } from '../draw/glyphs.ts';
import { element, textLine } from '../draw/svg.ts';

/** A glyph with its top left corner at x, y, `size` px high. */
export function drawGlyph(
  glyph: Glyph,
  x: number,
  y: number,
  size: number,
  color: string,
  stroke: number = glyphStroke,
): string {
  const scale = size / glyphSize;
  const parts = [
    glyph.stroke &&
      element('path', {
        d: glyph.stroke,
        fill: 'none',
        stroke: color,
        'stroke-width': stroke,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
      }),
    glyph.fill && element('path', { d: glyph.fill, fill: color }),
  ];
  const place = `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}) scale(${Math.round(scale * 1000) / 1000})`;
  return element('g', { transform: place }, parts.filter(Boolean).join(''));
}

/** The circled sign of a link, by its middle. */
export function drawSign(
  sign: '+' | '-' | '?',
  x: number,
  y: number,
  color: string,
  radius: number = linkMetrics.badgeRadius,
): string {
  const size = radius * 1.6;
  const circle = element('circle', {
    cx: x,
    cy: y,
    r: radius,
    fill: palette.white,
    stroke: color,
    'stroke-width': 1.4,
  });
  return circle + drawGlyph(signGlyphs[sign], x - size / 2, y - size / 2, size, color);
}

/** A unit's chip with its top left corner at x, y. */
export function drawChip(
  unit: { readonly label: string; readonly tint: Tint },
  x: number,
  y: number,
): string {
  const width = chipWidth(unit.label);
  const box = element('rect', { x, y, width, height: cardMetrics.chipHeight, rx: 5, fill: unit.tint.ground });
  const baseline = y + cardMetrics.chipHeight / 2 + 4.5;
  const size = cardMetrics.chipSize;
  return (
    box +
    textLine(unit.label, 'textBold', {
      x: x + width / 2,
      y: baseline,
      size,
      fill: unit.tint.ink,
      anchor: 'middle',
    })
  );
}
