import { NOTE_KINDS, putBackNotes, removeNotes, setNoteKind, type NoteKind } from '@coherence/board';
import { isolated, t, writing } from '@coherence/words';
import { useState } from 'react';
import { BoundTextarea } from '../../live/text/bound-textarea.tsx';
import { useOperation } from '../../live/document/use-operation.ts';
import { useProjection } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import { keysFor } from './minutes-keys.ts';
import { minutesNotes, shortWords, type MinutesNote } from './minutes-notes.ts';
import { useKeysWanted } from '../../together/keys-wanted.ts';

/** Everything kept for the minutes: words and kind can be changed, what was removed can be put back. */
export function MinutesList() {
  const notes = useProjection(minutesNotes);
  const operate = useOperation();
  const [removed, setRemoved] = useState<readonly MinutesNote[]>([]);
  const [wanted, setWanted] = useKeysWanted();
  const gone = removed.filter(({ id }) => !notes.some((note) => note.id === id));

  const remove = (note: MinutesNote) => {
    operate((doc) => removeNotes(doc, [note.id]));
    setRemoved([...gone, note]);
  };
  return (
    <div className="minutes-list">
      <output className="minutes-list-removed">
        {gone.map((note) => (
          <span key={note.id}>
            {t('keep.removed', { words: shortWords(note.text) })}{' '}
            <Button variant="quiet" onClick={() => operate((doc) => putBackNotes(doc, [note.id]))}>
              {t('keep.putBack')}
            </Button>
          </span>
        ))}
      </output>
      {notes.length === 0 ? <p>{t('keep.empty')}</p> : null}
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            <MinutesItem note={note} onRemove={() => remove(note)} />
          </li>
        ))}
      </ul>
      <section className="minutes-list-keys" aria-label={t('keep.keys')}>
        <h3>{t('keep.keys')}</h3>
        <p>
          {NOTE_KINDS.map((kind) => (
            <span key={kind}>
              <kbd>{keysFor(kind)}</kbd> {t(`keep.kind_${kind}`)}
            </span>
          ))}
        </p>
        <label>
          <input type="checkbox" checked={wanted} onChange={(event) => setWanted(event.target.checked)} />{' '}
          {t('keep.keysOn')}
        </label>
      </section>
    </div>
  );
}

function MinutesItem({ note, onRemove }: { note: MinutesNote; onRemove: () => void }) {
  const operate = useOperation();
  const words = shortWords(note.text);
  return (
    <>
      <div className="minutes-list-line">
        <select
          className="minutes-list-kind"
          aria-label={t('keep.kindName', { words })}
          value={note.kind}
          onChange={(event) => operate((doc) => setNoteKind(doc, note.id, event.target.value as NoteKind))}
        >
          {NOTE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`keep.kind_${kind}`)}
            </option>
          ))}
        </select>
        <time dateTime={new Date(note.at).toISOString()}>
          {writing().time(note.at, { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
        <Button variant="quiet" aria-label={t('keep.removeName', { words })} onClick={onRemove}>
          {t('keep.remove')}
        </Button>
      </div>
      <BoundTextarea
        root="notes"
        id={note.id}
        className="input"
        aria-label={t('keep.textName', { kind: t(`keep.kind_${note.kind}`) })}
      />
      {note.names.length === 0 ? null : (
        <p className="minutes-list-about">{t('keep.about', { name: note.names.map(isolated).join(', ') })}</p>
      )}
    </>
  );
}
