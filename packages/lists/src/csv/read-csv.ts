import { unguarded } from './guard.ts';
import { readCells, type Separator } from './read-cells.ts';

/** The rows of a CSV text, with or without a byte order mark, without what `writeCsv` put before words. */
export function readCsv(text: string, separator: Separator = ','): string[][] {
  return readCells(text.replace(/^\uFEFF/, ''), separator).map((row) => row.map(unguarded));
}
