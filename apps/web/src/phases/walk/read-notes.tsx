import { COLUMNS, ROWS, type GridCard } from '@coherence/board';
import { t } from '@coherence/words';
import { useEffect, useRef, useState } from 'react';
import { UnitChips } from '../../factors/units/unit-chips.tsx';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { useProjection } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import { notesWith } from './walk-notes.ts';
import { readPlaces, type ReadPlace } from './read-places.ts';

/** Notes of one list that are shown before somebody asks for more. */
const PAGE = 40;

/** The revealed notes, one place at a time: nobody reads 180 at once. */
export function ReadNotes({ withUnits }: { withUnits: boolean }) {
  const places = useProjection(readPlaces);
  const filled = places.filter(({ notes }) => notes.length > 0);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const all = places.flatMap(({ notes }) => notes);
  const only = filled.length === 1 ? filled[0] : undefined;
  const open = only ?? places.find(({ key }) => key === chosen);
  const isFinding = words.trim() !== '';
  return (
    <section className="read" aria-labelledby="read-title">
      <header className="read-head">
        <h2 id="read-title">
          {t('walk.read')} <span className="walk-quiet">{t('walk.revealed', { n: all.length })}</span>
        </h2>
        <input
          dir="auto"
          type="search"
          className="input read-find"
          aria-label={t('walk.find')}
          placeholder={t('walk.find')}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </header>
      {isFinding ? (
        <Found notes={notesWith(all, words)} withUnits={withUnits} />
      ) : (
        <div className={open === undefined || only !== undefined ? 'read-body' : 'read-body read-body-open'}>
          {only === undefined ? <Places places={places} open={open} onOpen={setChosen} /> : null}
          {open === undefined ? null : (
            <OpenPlace
              key={open.key}
              place={open}
              withUnits={withUnits}
              onClose={only === undefined ? () => setChosen(null) : null}
            />
          )}
        </div>
      )}
    </section>
  );
}

type PlacesProps = {
  places: readonly ReadPlace[];
  open: ReadPlace | undefined;
  onOpen: (key: string) => void;
};

function Places({ places, open, onOpen }: PlacesProps) {
  const outside = places.filter(({ column }) => column === null);
  const button = (place: ReadPlace | undefined, words: string) =>
    place === undefined ? null : (
      <button
        type="button"
        className="read-place"
        aria-pressed={place.key === open?.key}
        disabled={place.notes.length === 0}
        onClick={() => onOpen(place.key)}
      >
        <span>
          {place.row === null ? null : (
            <span className="visually-hidden">{t(`framework.row_${place.row}`)}: </span>
          )}
          <bdi>{words}</bdi>
        </span>
        <strong>{place.notes.length}</strong>
      </button>
    );
  return (
    <nav className="read-places" aria-label={t('walk.allCells')}>
      {ROWS.map((row) => (
        <div key={row} className={`read-row read-row-${row}`}>
          <h3>{t(`framework.row_${row}`)}</h3>
          <div className="read-cells">
            {COLUMNS.map((column) => (
              <div key={column}>
                {button(
                  places.find((place) => place.row === row && place.column === column),
                  t(`framework.column_${column}`),
                )}
              </div>
            ))}
          </div>
        </div>
      ))}
      {outside.length === 0 ? null : (
        <div className="read-row">
          <h3>{t('walk.noCell')}</h3>
          <div className="read-cells">
            {outside.map((place) => (
              <div key={place.key}>
                {button(place, place.row === null ? t('walk.noCell') : t(`framework.row_${place.row}`))}
              </div>
            ))}
          </div>
        </div>
      )}
    </nav>
  );
}

type OpenPlaceProps = { place: ReadPlace; withUnits: boolean; onClose: (() => void) | null };

function OpenPlace({ place, withUnits, onClose }: OpenPlaceProps) {
  const title = useRef<HTMLHeadingElement>(null);
  // On a phone the list takes the place of the cells: what one reads next is its title.
  useEffect(() => {
    if (onClose !== null) title.current?.focus({ preventScroll: true });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the list opens
  }, []);
  return (
    <div className="read-open">
      {onClose === null ? null : (
        <Button className="read-back" onClick={onClose}>
          {t('walk.allCells')}
        </Button>
      )}
      <h3 ref={title} tabIndex={-1}>
        <bdi>{nameOf(place)}</bdi>{' '}
        <span className="walk-quiet">{t('walk.revealed', { n: place.notes.length })}</span>
      </h3>
      <NoteList notes={place.notes} withUnits={withUnits} />
    </div>
  );
}

function Found({ notes, withUnits }: { notes: readonly GridCard[]; withUnits: boolean }) {
  return (
    <div className="read-open">
      <output className="walk-quiet">
        {notes.length === 0 ? t('walk.noneFound') : t('walk.found', { n: notes.length })}
      </output>
      <NoteList notes={notes} withUnits={withUnits} />
    </div>
  );
}

function NoteList({ notes, withUnits }: { notes: readonly GridCard[]; withUnits: boolean }) {
  const marks = useProjection(unitMarks);
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <ul className="read-notes">
        {notes.slice(0, shown).map((note) => (
          <li key={note.id} className="read-note">
            <p dir="auto">{note.text}</p>
            <p className="walk-quiet">
              {note.no === null ? null : t('walk.number', { n: note.no })}{' '}
              {withUnits ? <UnitChips units={note.units} names={note.names} marks={marks} /> : null}
            </p>
          </li>
        ))}
      </ul>
      {notes.length > shown ? (
        <Button onClick={() => setShown(shown + PAGE)}>
          {t('walk.showMore', { n: Math.min(PAGE, notes.length - shown) })}
        </Button>
      ) : null}
    </>
  );
}

function nameOf({ row, column }: ReadPlace): string {
  if (row === null) return t('walk.noCell');
  return column === null
    ? `${t(`framework.row_${row}`)}: ${t('walk.inRow')}`
    : `${t(`framework.row_${row}`)}: ${t(`framework.column_${column}`)}`;
}
