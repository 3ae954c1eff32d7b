import { describe, expect, it } from 'vitest';
import { formatFigure, formatRatio, renderTable } from './table.ts';

describe('a figure', () => {
  it('has three significant digits and says when it was not measured', () => {
    const shown = [0, 0.012_34, 1.234, 12.34, 123.4, 1234.5, null, Number.NaN].map(formatFigure);
    expect(shown).toEqual(['0', '0.0123', '1.23', '12.3', '123', '1235', '–', '–']);
  });

  it('has no ratio to nothing', () => {
    expect(formatRatio(1, 3)).toBe('0.333x');
    expect([formatRatio(null, 3), formatRatio(1, null), formatRatio(1, 0)]).toEqual(['–', '–', '–']);
  });
});

describe('a table', () => {
  it('puts ours first and the ratio beside each of the others', () => {
    const rows = [
      { key: 'cpu', label: 'CPU', compare: true },
      { key: 'lost', label: 'lost', compare: false },
    ];
    const columns = [
      { title: 'ours', figures: { cpu: 2, lost: 0 } },
      { title: 'peer', figures: { cpu: 4, lost: null } },
    ];
    expect(renderTable(rows, columns)).toBe(
      [
        '|      | ours | peer | ours / it |',
        '| ---- | ---: | ---: | --------: |',
        '| CPU  |    2 |    4 |      0.5x |',
        '| lost |    0 |    – |           |',
      ].join('\n'),
    );
  });

  it('is nothing without a target', () => expect(renderTable([], [])).toBe(''));
});
