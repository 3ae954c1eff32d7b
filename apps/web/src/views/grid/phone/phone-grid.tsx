import { COLUMNS, ROWS, type Column, type Grid } from '@coherence/board';
import { t } from '@coherence/words';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { commitDraft, Composer, useDraft } from '../compose/composer.tsx';
import { useOwnColumns } from '../control/use-own-columns.ts';
import { CardList, type GridMoment } from '../grid-cell.tsx';
import {
  cardsAt,
  placeKey,
  samePlace,
  type Place,
  COLUMN_SHORT,
  placeName,
  promptFor,
  ROW_SHORT,
} from '../../../factors/place.ts';
import { useKeyboardInset } from '../../../ui/use-keyboard-inset.ts';
import './phone.css';

type PhoneGridProps = { grid: Grid; moment: GridMoment; onScroller: (box: HTMLElement | null) => void };

/** The grid one cell at a time: row, column, its cards, and the composer above the keyboard. */
export function PhoneGrid({ grid, moment, onScroller }: PhoneGridProps) {
  const [row, setRow] = useState<(typeof ROWS)[number]>('interfering');
  const [column, setColumn] = useState<(typeof COLUMNS)[number] | null>('purposes');
  const ownColumns = useOwnColumns();
  const inset = useKeyboardInset();
  const place: Place = column === null ? null : { row, column };
  const cards = cardsAt(grid, place);
  const list = useRef<HTMLDivElement>(null);
  const isWriting = useDraft(moment.drafts, place).trim() !== '' || moment.editing !== null;
  useColumnOfRoom(ownColumns[0], isWriting, setColumn);
  useLayoutEffect(() => {
    onScroller(list.current);
    return () => onScroller(null);
  }, [onScroller]);
  const lastId = cards.at(-1)?.id;
  const { own } = moment.frame.control;

  // What one has just written comes into view; what others add moves nothing.
  useLayoutEffect(() => {
    const box = list.current;
    if (box !== null && lastId !== undefined && own.has(lastId)) box.scrollTop = box.scrollHeight;
  }, [own, lastId]);

  return (
    <div className="phone-grid" style={{ paddingBottom: inset }}>
      <div ref={list} className="phone-list" data-place={placeKey(place)} data-scrolls>
        <fieldset className="phone-rows" disabled={column === null}>
          <legend className="visually-hidden">{t('grid.row')}</legend>
          {ROWS.map((name) => (
            <label key={name} className={`phone-row phone-row-${name}`}>
              <input type="radio" name="grid-row" checked={row === name} onChange={() => setRow(name)} />
              <span>{t(ROW_SHORT[name])}</span>
            </label>
          ))}
        </fieldset>
        <fieldset className="phone-columns">
          <legend className="visually-hidden">{t('grid.column')}</legend>
          {[...COLUMNS, null].map((name) => (
            <label key={name ?? 'unplaced'} className="phone-column">
              <input
                type="radio"
                name="grid-column"
                aria-label={
                  name !== null && ownColumns.includes(name)
                    ? `${t(COLUMN_SHORT[name])}, ${t('grid.yourRoom')}`
                    : undefined
                }
                checked={column === name}
                onChange={() => setColumn(name)}
              />
              <span data-own={(name !== null && ownColumns.includes(name)) || undefined}>
                {name === null ? t('grid.unplacedShort', { n: grid.unplaced.length }) : t(COLUMN_SHORT[name])}
              </span>
            </label>
          ))}
        </fieldset>
        <p className="phone-prompt">{promptFor(place)}</p>
        <CardList cards={cards} moment={moment} label={placeName(place)} />
      </div>
      {moment.frame.canEdit ? (
        <PhoneComposer key={placeKey(place)} place={place} count={cards.length} moment={moment} />
      ) : null}
    </div>
  );
}

/** Goes to the column of one's room when one gets it; a person who is writing in another stays there. */
function useColumnOfRoom(own: Column | undefined, isWriting: boolean, show: (column: Column) => void): void {
  useEffect(() => {
    if (own !== undefined && !isWriting) show(own);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each room one gets, not when a sentence is done
  }, [own]);
}

type PhoneComposerProps = { place: Place; count: number; moment: GridMoment };

function PhoneComposer({ place, count, moment }: PhoneComposerProps) {
  const { drafts, composing, frame } = moment;
  const draft = useDraft(drafts, place);
  return (
    <div className="phone-composer">
      <Composer
        place={place}
        drafts={drafts}
        takesFocus={composing !== undefined && samePlace(composing, place)}
        onAdd={(texts, pasted) => frame.control.add(place, texts, pasted)}
        onClose={() => frame.control.stopComposing(place)}
      />
      <div className="phone-composer-foot">
        <span>{t('grid.written', { n: count })}</span>
        <Button
          variant="primary"
          size="l"
          disabled={draft.trim() === ''}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => commitDraft(drafts, place, (texts) => frame.control.add(place, texts, null))}
        >
          {t('grid.addHere')}
        </Button>
      </div>
    </div>
  );
}
