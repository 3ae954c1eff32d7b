import { t } from '@coherence/words';
import { useRef, useState } from 'react';
import { UnitChips } from '../../factors/units/unit-chips.tsx';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { useProjection } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import { FindNote } from './find-note.tsx';
import type { WalkNow } from './use-walk.ts';
import type { WalkNote } from './walk-notes.ts';

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
        {note.text}{' '}
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
