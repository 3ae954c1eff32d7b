import type { Draft, Anonymity } from '@coherence/board';
import { t } from '@coherence/words';
import { useLayoutEffect, useRef, useState } from 'react';
import { useSession } from '../../../live/document/use-session.ts';
import { Button } from '../../../ui/button.tsx';
import type { NoteStore } from './note-store.ts';
import { OwnNote } from './own-note.tsx';
import { shownNotes } from './shown-notes.ts';
import './own-notes.css';

type OwnNotesProps = {
  store: NoteStore;
  phase: string;
  optionalPlace: boolean;
  /** Whether notes have a place at all. */
  hasPlace?: boolean;
  nameOf?: (participant: string) => string;
  /** What the phase promises: a writer may show more with a note of their own. Left out where nothing is shown. */
  mayShow?: Anonymity;
};

/** One's own notes of a phase. What is taken out leaves its place with a way back, so that nothing jumps. */
export function OwnNotes(props: OwnNotesProps) {
  const { store, phase, optionalPlace, hasPlace = true, nameOf = (id) => id, mayShow = 'named' } = props;
  const [removed, setRemoved] = useState<readonly Draft[]>([]);
  const list = useRef<HTMLUListElement>(null);
  const gone = useRef<string | null>(null);
  const notes = shownNotes(store.notes, removed, phase);
  const { revealed } = useSession();
  const box = useRef<HTMLDivElement>(null);
  const isEmpty = notes.length === 0;

  useLayoutEffect(() => {
    if (!isEmpty) box.current?.style.setProperty('--own-notes-height', `${box.current.offsetHeight}px`);
  });

  useLayoutEffect(() => {
    if (gone.current === null) return;
    list.current
      ?.querySelector<HTMLElement>(`[data-note="${gone.current}"] button`)
      ?.focus({ preventScroll: true });
    gone.current = null;
  }, [removed]);

  const remove = (draft: Draft) => {
    gone.current = draft.id;
    setRemoved([...removed.filter(({ id }) => id !== draft.id), draft]);
    store.remove(draft.id);
  };
  const bringBack = (draft: Draft) => {
    gone.current = draft.id;
    setRemoved(removed.filter(({ id }) => id !== draft.id));
    store.bringBack(draft);
  };

  if (isEmpty && !hasPlace) return null;
  // Revealed notes leave a moment before the room goes on to read them: what is below stays where it is.
  return (
    <div ref={box} className={isEmpty ? 'own-notes-over' : undefined}>
      {isEmpty ? (
        <p className="write-none">{t(revealed[phase] === undefined ? 'write.none' : 'write.onBoard')}</p>
      ) : (
        <ul ref={list} className="own-notes" aria-label={t('write.own')}>
          {notes.map(({ draft, isRemoved }) => (
            <li key={draft.id} data-note={draft.id}>
              {isRemoved ? (
                <p className="own-note-gone">
                  <span>{t('write.removed', { text: draft.text })}</span>
                  <Button
                    aria-label={t('write.bringBackName', { text: draft.text })}
                    onClick={() => bringBack(draft)}
                  >
                    {t('write.bringBack')}
                  </Button>
                </p>
              ) : (
                <OwnNote
                  draft={draft}
                  isWaiting={store.waiting.has(draft.id)}
                  forName={draft.for === null ? null : nameOf(draft.for)}
                  optionalPlace={optionalPlace}
                  hasPlace={hasPlace}
                  mayShow={draft.for === null ? mayShow : 'named'}
                  onShow={(show) => store.show(draft.id, show)}
                  onWrite={(text) => store.write(draft.id, text)}
                  onPlace={(row, column) => store.place(draft.id, row, column)}
                  onRemove={() => remove(draft)}
                  onEmpty={() => store.remove(draft.id)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
