import { hasVisibleSign, plainText } from '@coherence/board';
import { readCells, type Separator } from '../csv/read-cells.ts';
import { unguarded } from '../csv/guard.ts';
import { rowsOfHtml } from './html-rows.ts';
import { isMarkerCell, isNumberCell, withoutMarkers } from './marker.ts';

/** What a clipboard holds. `html` is empty where it has none. */
export type Pasted = { readonly text: string; readonly html?: string };

export type PastedRows = {
  /** At least one cell each, and no row without words. */
  readonly rows: readonly (readonly string[])[];
  /** Lines beyond PASTED_LENGTH_MAX, which are not read. */
  readonly unread: number;
};

/** So many characters of a paste are read: more than all that can be added at once. */
export const PASTED_LENGTH_MAX = 1_000_000;

/**
 * The rows of a pasted list, whatever it was copied from: text by lines or levels, sheets, CSV with quotes, and HTML. Bullets,
 * numbers and levels in front fall away; cells keep their breaks.
 */
export function readPasted({ text, html = '' }: Pasted): PastedRows {
  // A line that goes on below in one paragraph, as PowerPoint has it.
  const whole = plainText(
    text
      .replaceAll(/[\v\u2028]/g, ' ')
      .replace(/^\uFEFF/, '')
      .replaceAll(/\r\n?/g, '\n'),
  );
  const read = whole.slice(0, PASTED_LENGTH_MAX);
  const unread = whole.slice(PASTED_LENGTH_MAX).split('\n').filter(hasVisibleSign).length;
  const found = html === '' || html.length > PASTED_LENGTH_MAX ? null : rowsOfHtml(html);
  const rows = (found ?? rowsOfText(read)).map((row) => row.map((cell) => cell.trim()));
  return { rows: rows.filter((row) => row.some(hasVisibleSign)), unread };
}

function rowsOfText(text: string): string[][] {
  if (text.includes('\t')) return rowsOfSheet(readCells(text, '\t'));
  if (QUOTED_BREAK.test(text)) return readCells(text, '\t');
  const csv = CSV_SEPARATORS.map((separator) => rowsOfCsv(text, separator)).find((rows) => rows !== null);
  if (csv !== undefined) return csv;
  return withoutMarkers(text.split('\n')).map((line) => [line]);
}

/** A column of a sheet in which a cell has a break is in quotes. */
const QUOTED_BREAK = /(?:^|\n)"(?:[^"\n]|"")*\n(?:[^"]|"")*"(?:\n|$)/;
const CSV_SEPARATORS = [',', ';'] as const satisfies readonly Separator[];

/** Only where a cell in quotes stands beside a separator and all rows are of one length; else it is a sentence. */
function rowsOfCsv(text: string, separator: ',' | ';'): string[][] | null {
  if (!(separator === ',' ? /",|,"/ : /";|;"/).test(text)) return null;
  const rows = readCells(text, separator).filter((row) => row.some(hasVisibleSign));
  const [first = []] = rows;
  const isTable = rows.length > 1 && first.length > 1 && rows.every((row) => row.length === first.length);
  return isTable ? rows.map((row) => row.map(unguarded)) : null;
}

/** Rows with tabs in them: a table, a list with levels, or a list in which some lines have a cell more. */
function rowsOfSheet(cells: readonly (readonly string[])[]): string[][] {
  const rows = cells.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some(hasVisibleSign));
  const listed = rows.map((row) => withoutLead(row.filter(hasVisibleSign), isNumberCell));
  const isList = listed.every((row) => row.length <= 1);
  const kept = isList ? listed : rowsOfTable(rows);
  const taken = rows.filter(
    ([first = '', ...rest]) => isMarkerCell(first) && rest.some(hasVisibleSign),
  ).length;
  const firsts = withoutMarkers(
    kept.map(([first = '']) => first),
    taken,
  );
  return kept.map(([, ...rest], at) => [firsts[at] ?? '', ...rest]);
}

function rowsOfTable(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const isNumbered = rows.every(([first = '']) => first === '' || isNumberCell(first));
  const isEven = rows.every((row) => row.length === rows[0]?.length);
  const kept = isNumbered
    ? rows.map((row) => row.slice(1))
    : isEven
      ? rows
      : rows.map((row) => withoutLead(row, isMarkerCell));
  const width = Math.max(...kept.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => at);
  const filled = columns.filter((at) => kept.some((row) => hasVisibleSign(row[at] ?? '')));
  return kept.map((row) => filled.filter((at) => at < row.length).map((at) => row[at] ?? ''));
}

/** A row without the bullet or number that stands in a cell of its own before its words. */
function withoutLead(row: readonly string[], isLead: (cell: string) => boolean): readonly string[] {
  const [first = '', ...rest] = row;
  return rest.some(hasVisibleSign) && isLead(first) ? rest : row;
}
