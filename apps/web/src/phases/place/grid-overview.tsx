import { COLUMN_LABELS, COLUMNS, gridOf, ROW_LABELS, ROWS } from '@coherence/board';
import { t } from '@coherence/words';
import { useProjection } from '../../live/document/use-projection.ts';
import { COLUMN_SHORT, ROW_SHORT } from '../../factors/place-words.ts';
import { hint } from '../../ui/tips/tip.ts';

/** How many notes each cell of the grid holds by now. */
export function GridOverview() {
  const { cells } = useProjection(gridOf);
  return (
    <table className="place-grid">
      <caption>{t('place.overview')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('grid.corner')}</span>
          </th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" {...hint(COLUMN_LABELS[column])}>
              {t(COLUMN_SHORT[column])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row}>
            <th scope="row" className={`place-grid-${row}`} {...hint(ROW_LABELS[row])}>
              {t(ROW_SHORT[row])}
            </th>
            {COLUMNS.map((column) => (
              <td key={column}>{cells[row][column].length}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
