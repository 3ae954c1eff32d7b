import { boardFileSchema, COLUMNS, ranksFor, ROWS, type BoardFile } from '@coherence/board';

/** A file of cards in all cells and on the map, each linked to the next. */
export function largeFile(count: number): BoardFile {
  const ranks = ranksFor([], null, count);
  const cells = ROWS.flatMap((row) => COLUMNS.map((column) => [row, column] as const));
  const factors = Array.from({ length: count }, (_, at) => ({
    id: `f${at}`,
    kind: 'factor',
    text: `What stands in the way of school improvement, number ${at}: ${'and so on, '.repeat(10)}`,
    cell: [...(cells[at % cells.length] ?? ['interfering', 'purposes']), ranks[at] ?? ''],
    pos: [(at % 60) * 280, Math.floor(at / 60) * 260, 206],
  }));
  const influences = factors
    .slice(1)
    .map(({ id }, at) => ({ id: `i${at}`, from: `f${at}`, to: id, polarity: '+' }));
  return boardFileSchema.parse({ schema: 'coherence-board/1', title: 'Large', factors, influences });
}
