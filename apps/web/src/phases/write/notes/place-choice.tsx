import { COLUMNS, ROWS, type Column, type Row } from '@coherence/board';
import { kindLooks } from '@coherence/picture';
import { t } from '@coherence/words';
import { useId } from 'react';
import { Glyph } from '../../../ui/glyph.tsx';
import { COLUMN_SHORT, ROW_SHORT } from '../../../factors/place.ts';

type NotePlace = { readonly row: Row | null; readonly column: Column | null };
type PlaceChoiceProps = NotePlace & {
  /** Whether "not sure" is a choice. */
  optional: boolean;
  onChoose: (cell: NotePlace) => void;
};

/** The row as two halves and the column as chips; both are radio buttons. */
export function PlaceChoice({ row, column, optional, onChoose }: PlaceChoiceProps) {
  const name = useId();
  const rows = optional ? [...ROWS, null] : ROWS;
  const columns = optional ? [...COLUMNS, null] : COLUMNS;
  return (
    <div>
      <fieldset className={optional ? 'write-rows write-rows-3' : 'write-rows'}>
        <legend className="visually-hidden">{t('write.row')}</legend>
        {rows.map((one) => (
          <label key={one ?? 'none'} className={`write-row write-row-${one ?? 'none'}`}>
            <input
              type="radio"
              name={`${name}-row`}
              checked={row === one}
              onChange={() => onChoose({ row: one, column: one === null ? null : column })}
            />
            <span>
              {one === null ? null : <Glyph glyph={kindLooks[one].glyph} />}
              {one === null ? t('write.anywhere') : t(ROW_SHORT[one])}
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className="write-columns" hidden={row === null}>
        <legend className="visually-hidden">{t('write.column')}</legend>
        {columns.map((one) => (
          <label key={one ?? 'none'} className="write-column">
            <input
              type="radio"
              name={`${name}-column`}
              checked={column === one}
              onChange={() => onChoose({ row, column: one })}
            />
            <span>{one === null ? t('write.anywhere') : t(COLUMN_SHORT[one])}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** A cell in a few words; null where there is nothing to say. */
export function shortPlace({ row, column }: NotePlace): string | null {
  if (row === null) return null;
  return column === null ? t(ROW_SHORT[row]) : `${t(ROW_SHORT[row])} · ${t(COLUMN_SHORT[column])}`;
}

type PlaceSelectProps = NotePlace & { optional: boolean; onChoose: (cell: NotePlace) => void };

/** The same choice in one line, for a note that is there already. */
export function PlaceSelect({ row, column, optional, onChoose }: PlaceSelectProps) {
  const cells = ROWS.flatMap((one) => [
    ...(optional || (row === one && column === null) ? [{ row: one, column: null }] : []),
    ...COLUMNS.map((at) => ({ row: one, column: at })),
  ]);
  const keyOf = (cell: NotePlace) => `${cell.row ?? ''}/${cell.column ?? ''}`;
  return (
    <select
      className="write-move"
      aria-label={t('write.moveTo')}
      value={keyOf({ row, column })}
      onChange={({ target }) =>
        onChoose(cells.find((cell) => keyOf(cell) === target.value) ?? { row: null, column: null })
      }
    >
      {optional || row === null ? <option value="/">{t('write.anywhere')}</option> : null}
      {cells.map((cell) => (
        <option key={keyOf(cell)} value={keyOf(cell)}>
          {shortPlace(cell)}
        </option>
      ))}
    </select>
  );
}
