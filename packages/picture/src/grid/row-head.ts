import { drawGlyph } from '../map/marks.ts';
import { element, textLines } from '../draw/svg.ts';
import { kindLooks } from '../kinds.ts';
import { palette } from '../palette.ts';
import { breakLines } from '../text/text.ts';
import type { GridModel } from './grid-model.ts';

type Row = GridModel['rows'][number];

const padding = 16;
const labelSize = 20;
const labelLine = 24;
const hintSize = 14;
const hintLine = 19;

/** Height that a row's glyph, name and hint need. */
export function rowHeadHeight(row: Row, width: number): number {
  const { label, hint } = brokenLines(row, width);
  return 62 + label.length * labelLine + (hint.length > 0 ? hint.length * hintLine + 6 : 0) + padding;
}

export function drawRowHead(
  row: Row | undefined,
  x: number,
  y: number,
  width: number,
  height: number,
): string {
  if (!row) return '';
  const { ink, ground, glyph } = kindLooks[row.id];
  const { label, hint } = brokenLines(row, width);
  const left = x + padding;
  const first = y + 66;
  const hintTop = first + label.length * labelLine + 2;
  const hintAt = {
    x: left,
    y: hintTop,
    size: hintSize,
    lineHeight: hintLine,
    width: width - 2 * padding,
    fill: palette.ink,
  };
  return element(
    'g',
    {},
    [
      element('rect', { x, y, width, height, fill: ground }),
      drawGlyph(glyph, left, y + 16, 24, ink),
      textLines(label, 'title', {
        x: left,
        y: first,
        size: labelSize,
        lineHeight: labelLine,
        width: width - 2 * padding,
        fill: ink,
      }),
      hint.length > 0 ? textLines(hint, 'text', hintAt) : '',
    ].join(''),
  );
}

function brokenLines(row: Row, width: number): { label: string[]; hint: string[] } {
  const inner = width - 2 * padding;
  return {
    label: breakLines(row.label, 'title', labelSize, inner),
    hint: row.hint ? breakLines(row.hint, 'text', hintSize, inner) : [],
  };
}
