import { t } from '@coherence/words';
import { useRef, useState } from 'react';
import { UnitChips } from '../../factors/units/unit-chips.tsx';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { useProjection } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import type { WalkNow } from './use-walk.ts';
import { type WalkNote, notesWith } from './walk-notes.ts';
import { Dialog, focusFirst } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';

type LikelyListProps = {
  now: WalkNow;
  withUnits: boolean;
  /** Left out for who may only look. */
  onMerge?: (id: string) => void;
};

/** What looks like the walked note, beside it. */
export function LikelyList({ now, withUnits, onMerge }: LikelyListProps) {
  const [isFinding, setFinding] = useState(false);
  const section = useRef<HTMLElement>(null);
  const { likely, note, notes } = now;
  // The button goes with the note it merged; the focus must not.
  const merge = (id: string): void => {
    section.current?.focus();
    onMerge?.(id);
  };
  return (
    <section ref={section} className="walk-likely" aria-labelledby="walk-likely-title" tabIndex={-1}>
      <h3 id="walk-likely-title">{t('walk.likely')}</h3>
      {likely.length === 0 ? (
        <p className="walk-quiet">{t('walk.likelyNone')}</p>
      ) : (
        <ul>
          {likely.map((other) => (
            <LikelyNote key={other.id} note={other} withUnits={withUnits} onMerge={onMerge && merge} />
          ))}
        </ul>
      )}
      {onMerge === undefined || note === null ? null : (
        <>
          {likely.length === 0 ? null : <p className="walk-quiet">{t('walk.likelyHint')}</p>}
          <Button variant="quiet" onClick={() => setFinding(true)}>
            {t('walk.findOther')}
          </Button>
          <FindNote
            open={isFinding}
            notes={notes.filter(({ id }) => id !== note.id)}
            onClose={() => setFinding(false)}
            onChoose={merge}
          />
        </>
      )}
    </section>
  );
}

type LikelyNoteProps = {
  note: WalkNote;
  withUnits: boolean;
  onMerge: ((id: string) => void) | undefined;
};

function LikelyNote({ note, withUnits, onMerge }: LikelyNoteProps) {
  const marks = useProjection(unitMarks);
  return (
    <li className="walk-other">
      <p>
        <bdi>{note.text}</bdi>{' '}
        {note.no === null ? null : <span className="walk-quiet">{t('walk.number', { n: note.no })}</span>}{' '}
        {withUnits ? <UnitChips units={note.units} names={note.names} marks={marks} /> : null}
      </p>
      {onMerge === undefined ? null : (
        <Button aria-label={t('walk.mergeName', { text: note.text })} onClick={() => onMerge(note.id)}>
          {t('walk.mergeInto')}
        </Button>
      )}
    </li>
  );
}

const SHOWN_MAX = 8;

type FindNoteProps = {
  open: boolean;
  notes: readonly WalkNote[];
  onClose: () => void;
  onChoose: (id: string) => void;
};

/** Finds the note that says the same in other words, which comparing words cannot. */
function FindNote({ open, notes, onClose, onChoose }: FindNoteProps) {
  const [words, setWords] = useState('');
  const found = notesWith(notes, words);
  const close = (): void => {
    setWords('');
    onClose();
  };
  return (
    <Dialog open={open} title={t('walk.findOtherTitle')} closeLabel={t('walk.cancel')} onClose={close}>
      <Field label={t('walk.findOtherLabel')}>
        {(wiring) => (
          <input
            {...wiring}
            ref={focusFirst}
            type="search"
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
      </Field>
      <ul className="walk-found">
        {found.slice(0, SHOWN_MAX).map((note) => (
          <li key={note.id} className="walk-other">
            <p>
              <bdi>{note.text}</bdi>{' '}
              {note.no === null ? null : (
                <span className="walk-quiet">{t('walk.number', { n: note.no })}</span>
              )}
            </p>
            <Button
              aria-label={t('walk.mergeName', { text: note.text })}
              onClick={() => {
                close();
                onChoose(note.id);
              }}
            >
              {t('walk.mergeInto')}
            </Button>
          </li>
        ))}
      </ul>
      <output className="walk-quiet">
        {found.length === 0
          ? t('walk.noneFound')
          : found.length > SHOWN_MAX
            ? t('walk.findOtherMore', { n: found.length - SHOWN_MAX })
            : null}
      </output>
    </Dialog>
  );
}
