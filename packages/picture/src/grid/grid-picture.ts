import { drawHead } from '../map/head.ts';
import { element, svgDocument, textLine, textLines } from '../draw/svg.ts';
import type { PictureOptions } from '../map/map-model.ts';
import { palette } from '../palette.ts';
import { breakLines } from '../text/text.ts';
import type { PictureWords } from '../words.ts';
import { drawGridCard, type GridCard, gridCard } from './grid-card.ts';
import type { GridFactor, GridModel } from './grid-model.ts';
import { drawRowHead, rowHeadHeight } from './row-head.ts';
import { drawUnitKey } from './unit-key.ts';

const margin = 48;
const rowHeadWidth = 176;
const columnWidth = 290;
const cellPadding = 12;
const cardGap = 10;
const emptyCell = 92;
const headSize = 16;
const headLine = 21;
const frameRadius = 12;

type Rows = { y: number; h: number; cells: GridCard[][] }[];

/**
 * The coherence grid as an SVG document: title block, two-level header, cells that grow with their factors,
 * and below them what is not placed yet. A grid without factors is drawn empty and says so.
 */
export function gridPicture(model: GridModel, options: PictureOptions): string {
  const { words } = options;
  const columnCount = Math.max(model.columns.length, 1);
  const width = margin * 2 + rowHeadWidth + columnCount * columnWidth;
  const head = drawHead(model, words, margin, margin, width - 2 * margin, 1.05);
  const key = drawUnitKey(model.units ?? [], margin, margin + head.height + 12, width - 2 * margin);
  const headEnd = margin + head.height + (key.height > 0 ? key.height + 8 : 0);
  const count = model.unplaced.length + factorsIn(model).length;
  const notice =
    count === 0
      ? textLine(words.emptyGrid, 'text', {
          x: margin,
          y: headEnd + 34,
          size: 17,
          fill: palette.secondary,
        })
      : '';
  const top = headEnd + (count === 0 ? 58 : 28);
  const header = drawHeader(model, margin + rowHeadWidth, top);
  const rows = measureRows(model, top + header.height, words);
  const bottom = (rows.at(-1)?.y ?? top + header.height) + (rows.at(-1)?.h ?? 0);
  const unplaced = drawUnplaced(model.unplaced, bottom, width, words);
  return svgDocument({
    name: 'grid',
    width,
    height: bottom + unplaced.height + margin,
    title: model.title,
    description: words.gridDescription(count),
    fonts: options.fonts ?? [],
    body: [
      head.markup,
      key.markup,
      notice,
      inFrame(
        { x: margin, y: top, width: width - 2 * margin, height: bottom - top },
        rows.map((row, index) => drawRowHead(model.rows[index], margin, row.y, rowHeadWidth, row.h)).join(''),
      ),
      drawLines(model, header, rows, top, bottom, width),
      header.markup,
      ...rows.flatMap((row) => row.cells.map((cards, column) => drawCell(cards, column, row.y, words))),
      unplaced.markup,
    ].join('\n'),
  });
}

function factorsIn(model: GridModel): GridFactor[] {
  return model.rows.flatMap((row) => model.columns.flatMap((column) => cellOf(model, row.id, column.id)));
}

function cellOf(model: GridModel, row: string, column: string): readonly GridFactor[] {
  const cells = Object.hasOwn(model.cells, row) ? model.cells[row] : undefined;
  return cells && Object.hasOwn(cells, column) ? (cells[column] ?? []) : [];
}

function measureRows(model: GridModel, top: number, words: PictureWords): Rows {
  let y = top;
  return model.rows.map((row) => {
    const cells = model.columns.map((column) =>
      cellOf(model, row.id, column.id).map((factor) =>
        gridCard(factor, columnWidth - 2 * cellPadding, words),
      ),
    );
    const h = Math.max(emptyCell, rowHeadHeight(row, rowHeadWidth), ...cells.map(stackHeight));
    const placed = { y, h, cells };
    y += h;
    return placed;
  });
}

function stackHeight(cards: readonly GridCard[]): number {
  return cards.reduce((sum, card) => sum + card.h + cardGap, 2 * cellPadding - cardGap);
}

function drawCell(cards: readonly GridCard[], column: number, top: number, words: PictureWords): string {
  let y = top + cellPadding;
  const x = margin + rowHeadWidth + column * columnWidth + cellPadding;
  return cards
    .map((card) => {
      const markup = drawGridCard(card, x, y, words);
      y += card.h + cardGap;
      return markup;
    })
    .join('');
}

type Header = {
  markup: string;
  height: number;
  groupHeight: number;
  span: [first: number, last: number] | null;
};

function drawHeader(model: GridModel, x: number, top: number): Header {
  const places = model.columns.flatMap((column, index) =>
    model.columnGroup?.columns.includes(column.id) ? [index] : [],
  );
  const span: Header['span'] =
    model.columnGroup && places.length > 0 ? [Math.min(...places), Math.max(...places)] : null;
  const groupHeight = span ? 38 : 0;
  const labels = model.columns.map((column) =>
    breakLines(column.label, 'textBold', headSize, columnWidth - 28),
  );
  const tallest = Math.max(1, ...labels.map((lines) => lines.length));
  const height = groupHeight + tallest * headLine + 22;
  const parts = labels.map((lines, column) => {
    const y = top + height - 16 - (lines.length - 1) * headLine;
    return textLines(lines, 'textBold', {
      x: x + column * columnWidth + 14,
      y,
      size: headSize,
      lineHeight: headLine,
      width: columnWidth - 28,
      fill: palette.ink,
    });
  });
  if (span && model.columnGroup) {
    const middle = x + ((span[0] + span[1] + 1) / 2) * columnWidth;
    const at = { x: middle, y: top + 25, size: 15, fill: palette.secondary, anchor: 'middle' } as const;
    parts.push(textLine(model.columnGroup.label, 'textSemibold', at));
  }
  return { markup: parts.join(''), height, groupHeight, span };
}

/** Cuts markup at the frame's rounded corners. */
function inFrame(frame: { x: number; y: number; width: number; height: number }, markup: string): string {
  const shape = element('rect', { ...frame, rx: frameRadius });
  const clip = element('clipPath', { id: 'grid-frame' }, shape);
  return clip + element('g', { 'clip-path': 'url(#grid-frame)' }, markup);
}

/** The frame, the lines between rows and columns, and the line under the spanning label. */
function drawLines(
  model: GridModel,
  header: Header,
  rows: Rows,
  top: number,
  bottom: number,
  width: number,
): string {
  const left = margin;
  const right = width - margin;
  const columnX = (column: number) => margin + rowHeadWidth + column * columnWidth;
  const inSpan = (column: number) =>
    header.span !== null && column > header.span[0] && column <= header.span[1];
  const parts = [
    ...rows.map((row) => `M${left} ${row.y}H${right}`),
    ...model.columns.map(
      (_, column) => `M${columnX(column)} ${inSpan(column) ? top + header.groupHeight : top}V${bottom}`,
    ),
  ];
  if (header.span)
    parts.push(`M${columnX(header.span[0])} ${top + header.groupHeight}H${columnX(header.span[1] + 1)}`);
  const style = { fill: 'none', stroke: '#BDB4A1', 'stroke-width': 1.1 };
  const frame = { x: left, y: top, width: right - left, height: bottom - top, rx: frameRadius };
  return element('path', { d: parts.join(''), ...style }) + element('rect', { ...frame, ...style });
}

function drawUnplaced(
  factors: readonly GridFactor[],
  bottom: number,
  width: number,
  words: PictureWords,
): { markup: string; height: number } {
  if (factors.length === 0) return { markup: '', height: 0 };
  const parts = [
    textLine(words.notPlacedYet, 'title', { x: margin, y: bottom + 46, size: 20, fill: palette.ink }),
  ];
  const columns = Math.max(1, Math.floor((width - 2 * margin + cardGap) / (columnWidth + cardGap)));
  const ends = Array.from({ length: columns }, () => bottom + 64);
  for (const factor of factors) {
    const card = gridCard(factor, columnWidth, words);
    const column = ends.indexOf(Math.min(...ends));
    const y = ends[column] ?? bottom;
    parts.push(drawGridCard(card, margin + column * (columnWidth + cardGap), y, words));
    ends[column] = y + card.h + cardGap;
  }
  return { markup: parts.join(''), height: Math.max(...ends) - bottom };
}
