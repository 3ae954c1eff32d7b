import { t } from '@coherence/words';
import { UnitChips } from '../../factors/units/unit-chips.tsx';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { useProjection } from '../../live/document/use-projection.ts';
import type { PhaseProps } from '../phase-kind.ts';
import { sizeOf } from '../wall-size.ts';
import { showsUnits } from '../what-is-shown.ts';
import { useWalkNow } from './use-walk.ts';

/** More would draw the eye from the note that is read. */
const SIMILAR_MAX = 3;

/** The note that is read aloud, as large as it goes; what sounds like it small beside. */
export function NoteWall({ phase }: PhaseProps) {
  const { note, likely } = useWalkNow();
  const marks = useProjection(unitMarks);
  if (note === null) return null;
  const names = phase.identity === 'named' ? note.names : [];
  const similar = likely.slice(0, SIMILAR_MAX);
  return (
    <div className={similar.length > 0 ? 'wall-walk wall-walk-similar' : 'wall-walk'}>
      <div className="wall-words">
        <h2 dir="auto" className={`wall-${sizeOf(note.text)}`}>
          {note.text}
        </h2>
        {showsUnits(phase) && note.units.length + names.length > 0 ? (
          <p className="wall-chips">
            <UnitChips units={note.units} names={names} marks={marks} />
          </p>
        ) : null}
      </div>
      {similar.length === 0 ? null : (
        <aside className="wall-similar" aria-label={t('projector.similar')}>
          <p>{t('projector.similar')}</p>
          <ul>
            {similar.map(({ id, text }) => (
              <li dir="auto" key={id}>
                {text}
              </li>
            ))}
          </ul>
        </aside>
      )}
    </div>
  );
}

/** Which of the notes it is. */
export function NotePlace() {
  const { at, notes } = useWalkNow();
  return at === null ? null : <p>{t('projector.noteOf', { place: at + 1, all: notes.length })}</p>;
}
