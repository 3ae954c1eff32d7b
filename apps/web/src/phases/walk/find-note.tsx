import { t } from '@coherence/words';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog, focusFirst } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { notesWith } from './notes-with.ts';
import type { WalkNote } from './walk-notes.ts';

const SHOWN_MAX = 8;

type FindNoteProps = {
  open: boolean;
  notes: readonly WalkNote[];
  onClose: () => void;
  onChoose: (id: string) => void;
};

/** Finds the note that says the same in other words, which comparing words cannot. */
export function FindNote({ open, notes, onClose, onChoose }: FindNoteProps) {
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
              {note.text}{' '}
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
