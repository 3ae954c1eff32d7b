/** One line of a table: a figure by its key, null or missing where it was not measured. */
export interface Row {
  readonly key: string;
  readonly label: string;
  /** Whether ours divided by another's says anything. */
  readonly compare: boolean;
}

export interface Column {
  readonly title: string;
  readonly figures: Readonly<Record<string, number | null>>;
}

const MISSING = '–';

/**
 * A Markdown table, one line for each row and one column for each target; the first column is ours, and each
 * other column is followed by ours divided by it.
 */
export function renderTable(rows: readonly Row[], columns: readonly Column[]): string {
  const [ours, ...others] = columns;
  if (ours === undefined) return '';
  const head = ['', ours.title, ...others.flatMap(({ title }) => [title, 'ours / it'])];
  const body = rows.map(({ key, label, compare }) => {
    const mine = ours.figures[key] ?? null;
    const beside = others.flatMap(({ figures }) => {
      const theirs = figures[key] ?? null;
      return [formatFigure(theirs), compare ? formatRatio(mine, theirs) : ''];
    });
    return [label, formatFigure(mine), ...beside];
  });
  return align([head, ...body]);
}

/** Three significant digits, and no more than any person can use: 0.0123, 1.23, 12.3, 123, 1230. */
export function formatFigure(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return MISSING;
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return String(Number(value.toFixed(Math.min(digits, 6))));
}

export function formatRatio(mine: number | null, theirs: number | null): string {
  if (mine === null || theirs === null || theirs === 0) return MISSING;
  return `${formatFigure(mine / theirs)}x`;
}

function align(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, at) =>
    Math.max(3, ...lines.map((line) => (line[at] ?? '').length)),
  );
  const render = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const [head = [], ...body] = lines;
  return [render(head), rule, ...body.map(render)].join('\n');
}
