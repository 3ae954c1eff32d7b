import { COLUMN_LABELS, COLUMNS, ROW_LABELS, ROWS, type Column, type Row } from '@coherence/board';
import { t } from '@coherence/words';
import { Choices } from '../../ui/choices.tsx';
import { promptFor, ROW_HINTS } from '../../factors/place-words.ts';

type CellChoiceProps = {
  row: Row | null;
  column: Column | null;
  onRow: (row: Row) => void;
  onColumn: (column: Column) => void;
};

/** A cell of the grid in two questions: the row first, then the column with what it asks. */
export function CellChoice({ row, column, onRow, onColumn }: CellChoiceProps) {
  return (
    <div className="place-cell">
      <h3>{t('place.whichRow')}</h3>
      <Choices
        legend={t('place.whichRow')}
        className="place-rows"
        value={row}
        onChoose={onRow}
        choices={ROWS.map((value) => ({
          value,
          className: `place-row-${value}`,
          label: (
            <span>
              <strong>{ROW_LABELS[value]}</strong>
              <small>{t(ROW_HINTS[value])}</small>
            </span>
          ),
        }))}
      />
      <h3>{t('place.whichColumn')}</h3>
      <Choices
        legend={t('place.whichColumn')}
        className="place-columns"
        value={column}
        onChoose={onColumn}
        choices={COLUMNS.map((value) => ({
          value,
          label: (
            <span>
              <strong>{COLUMN_LABELS[value]}</strong>
              <small>{promptFor({ row: row ?? 'interfering', column: value })}</small>
            </span>
          ),
        }))}
      />
    </div>
  );
}
