import { guarded } from './guard.ts';

/** Words, which stay words, or a number or time that a spreadsheet is to take as one. */
export type CsvCell = string | { readonly value: string };

const NEEDS_QUOTES = /[",;|\t\r\n]|^\p{Z}|\p{Z}$/u;

/**
 * Rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read accents right. No cell is a formula, and words
 * stay words; `readCsv` gives every cell back as it was.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(written).join(',')).join('\r\n')}\r\n`;
}

function written(cell: CsvCell): string {
  const text = typeof cell === 'string' ? guarded(cell) : cell.value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
