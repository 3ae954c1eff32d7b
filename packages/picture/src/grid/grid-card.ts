import { markGlyphs } from '../draw/glyphs.ts';
import { drawChip, drawGlyph } from '../map/marks.ts';
import { element, textLine, textLines } from '../draw/svg.ts';
import { type FootItem, footItems } from '../map/card.ts';
import { palette } from '../palette.ts';
import { breakLines, measureText } from '../text/text.ts';
import type { PictureWords } from '../words.ts';
import type { GridFactor } from './grid-model.ts';

const padding = 12;
const size = 15;
const lineHeight = 20;
const footSize = 13;
const footRow = 25;

export type GridCard = {
  readonly factor: GridFactor;
  readonly w: number;
  readonly h: number;
  readonly lines: readonly string[];
  readonly foot: readonly FootItem[];
};

/** Measures a factor as a card of the grid `w` px wide: its text, then number, units, "map" and votes. */
export function gridCard(factor: GridFactor, w: number, words: PictureWords): GridCard {
  const inner = w - 2 * padding;
  const lines = breakLines(factor.text, 'text', size, inner);
  const votes = votesOf(factor, words);
  const room = votes === '' ? inner : inner - measureText(votes, 'textBold', footSize) - 10;
  const foot = footItems(factor, Math.max(room, 60), factor.onMap ? [mapMark(words)] : []);
  const rows = Math.max(foot.at(-1)?.row ?? 0, 0) + 1;
  return { factor, w, h: padding + lines.length * lineHeight + 4 + rows * footRow + 4, lines, foot };
}

export function drawGridCard(card: GridCard, x: number, y: number, words: PictureWords): string {
  const left = x + padding;
  const footTop = y + padding + card.lines.length * lineHeight + 4;
  const rows = (card.foot.at(-1)?.row ?? 0) * footRow;
  const votes = votesOf(card.factor, words);
  return element(
    'g',
    {},
    [
      element('rect', {
        x,
        y,
        width: card.w,
        height: card.h,
        rx: 8,
        fill: palette.white,
        stroke: palette.edge,
        'stroke-width': 1.1,
      }),
      textLines(card.lines, 'text', {
        x: left,
        y: y + padding + 14.5,
        size,
        lineHeight,
        width: card.w - 2 * padding,
        fill: palette.ink,
      }),
      ...card.foot.map((item) => drawFootItem(card.factor, item, left, footTop)),
      votes === ''
        ? ''
        : textLine(votes, 'textBold', {
            x: x + card.w - padding,
            y: footTop + rows + 14.5,
            size: footSize,
            fill: palette.ink,
            anchor: 'end',
          }),
    ].join(''),
  );
}

function drawFootItem(factor: GridFactor, item: FootItem, left: number, top: number): string {
  const x = left + item.x;
  const y = top + item.row * footRow;
  const unit = item.unit === null ? undefined : factor.units[item.unit];
  if (unit) return drawChip(unit, x, y);
  const isMark = item.label !== factor.number;
  const label = textLine(item.label, 'text', {
    x: x + (isMark ? 18 : 0),
    y: y + 14.5,
    size: footSize,
    fill: palette.secondary,
  });
  return isMark ? drawGlyph(markGlyphs.onMap, x, y + 2.5, 14, palette.secondary, 1.6) + label : label;
}

function mapMark(words: PictureWords): { label: string; w: number } {
  return { label: words.onMap, w: 18 + measureText(words.onMap, 'text', footSize) };
}

function votesOf(factor: GridFactor, words: PictureWords): string {
  return factor.votes !== undefined && factor.votes > 0 ? words.votes(factor.votes) : '';
}
