import { t } from '@coherence/words';
import { placeName } from '../../factors/place-words.ts';
import type { DealtNote } from './dealt-notes.ts';

type OwnNotesProps = {
  notes: readonly DealtNote[];
  current: string | null;
  onChoose: (id: string) => void;
};

/** Everything that was dealt to one's team, with its place; any of it can be placed anew. */
export function OwnNotes({ notes, current, onChoose }: OwnNotesProps) {
  return (
    <section className="place-own" aria-labelledby="place-own-title">
      <h3 id="place-own-title">{t('place.yours')}</h3>
      <ul>
        {notes.map(({ id, text, row, column }) => (
          <li key={id}>
            <button
              type="button"
              className="place-own-note"
              aria-current={id === current}
              onClick={() => onChoose(id)}
            >
              <span>
                <span className="visually-hidden">{t('place.change')} </span>
                {text}
              </span>
              <small>
                {row === null || column === null ? t('place.noPlace') : placeName({ row, column })}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
