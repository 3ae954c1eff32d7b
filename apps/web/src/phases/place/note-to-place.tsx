import { type Column, type Row, COLUMNS, ROWS } from '@coherence/board';
import { t } from '@coherence/words';
import { useEffect, useRef, useState } from 'react';
import { UnitChips } from '../../factors/units/unit-chips.tsx';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { useProjection } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import { placeName, promptFor, ROW_HINTS } from '../../factors/place.ts';
import type { DealtNote } from './dealt-notes.ts';
import { Choices } from '../../ui/choices.tsx';

type NoteToPlaceProps = {
  note: DealtNote;
  withUnits: boolean;
  isLast: boolean;
  /** The note came up by itself after another was placed: its words are read to people who cannot see them. */
  takesFocus: boolean;
  onPlace: (row: Row, column: Column) => void;
  onSkip: (() => void) | null;
};

/** One dealt note and the cell it belongs to. */
export function NoteToPlace({ note, withUnits, isLast, takesFocus, onPlace, onSkip }: NoteToPlaceProps) {
  const [row, setRow] = useState(note.row);
  const [column, setColumn] = useState(note.column);
  const [isAsked, setAsked] = useState(false);
  const words = useRef<HTMLHeadingElement>(null);
  const marks = useProjection(unitMarks);
  const isWhole = row !== null && column !== null;

  useEffect(() => {
    if (takesFocus) words.current?.focus();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the note comes up
  }, []);

  return (
    <article className="place-note">
      <p className="place-note-head">
        <span>{note.no === null ? t('place.noteNew') : t('place.note', { n: note.no })}</span>
        {withUnits ? <UnitChips units={note.units} marks={marks} /> : null}
      </p>
      <h2 dir="auto" ref={words} tabIndex={-1} className="place-words">
        {note.text}
      </h2>
      <p className="place-now" aria-live="polite">
        {note.row === null || note.column === null
          ? null
          : t('place.isIn', { place: placeName({ row: note.row, column: note.column }) })}
      </p>
      <CellChoice row={row} column={column} onRow={setRow} onColumn={setColumn} />
      <div className="place-act">
        <Button
          size="l"
          variant="primary"
          aria-disabled={!isWhole}
          onClick={() => {
            if (row !== null && column !== null) onPlace(row, column);
            else setAsked(true);
          }}
        >
          {t(isLast ? 'place.put' : 'place.putAndNext')}
        </Button>
        {onSkip === null ? null : (
          <Button size="l" onClick={onSkip}>
            {t('place.skip')}
          </Button>
        )}
        <output className="place-asked">{isAsked && !isWhole ? t('place.chooseBoth') : null}</output>
      </div>
    </article>
  );
}

type CellChoiceProps = {
  row: Row | null;
  column: Column | null;
  onRow: (row: Row) => void;
  onColumn: (column: Column) => void;
};

/** A cell of the grid in two questions: the row first, then the column with what it asks. */
function CellChoice({ row, column, onRow, onColumn }: CellChoiceProps) {
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
              <strong>{t(`framework.row_${value}`)}</strong>
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
              <strong>{t(`framework.column_${value}`)}</strong>
              <small>{promptFor({ row: row ?? 'interfering', column: value })}</small>
            </span>
          ),
        }))}
      />
    </div>
  );
}
