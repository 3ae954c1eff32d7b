import type { Column, Draft, Anonymity, OwnChoice, Row } from '@coherence/board';
import { t } from '@coherence/words';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useMeta } from '../../../live/document/use-projection.ts';
import { useLive } from '../../../live/live-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { useNarrow } from '../../../ui/use-narrow.ts';
import { ownChoices } from '../promise.ts';
import { PlaceSelect, shortPlace } from './place-choice.tsx';
import { useFitHeight } from './use-fit-height.ts';
import { tip } from '../../../ui/tips/tip.ts';
import { keptWhere } from '../../../live/device/keeping.ts';

type OwnNoteProps = {
  draft: Draft;
  isWaiting: boolean;
  /** Whom it was written for, in words; null: oneself. */
  forName: string | null;
  optionalPlace: boolean;
  hasPlace: boolean;
  /** What its phase promises. */
  mayShow: Anonymity;
  onShow: (show: OwnChoice | null) => void;
  onWrite: (text: string) => void;
  onPlace: (row: Row | null, column: Column | null) => void;
  onRemove: () => void;
  /** All its words were deleted. */
  onEmpty: () => void;
};

/** One note of one's own: its words open by a tap, and every letter is kept at once. */
export function OwnNote(props: OwnNoteProps) {
  const { draft, isWaiting, forName, optionalPlace, hasPlace, mayShow, ...act } = props;
  const [isOpen, setOpen] = useState(false);
  const words = useRef<HTMLButtonElement>(null);
  const phone = useNarrow();
  const { unitWord: word } = useMeta();
  const close = () => {
    setOpen(false);
    if (draft.text.trim() === '') act.onEmpty();
  };
  useFocusAfterClosing(words, isOpen);
  const facts = [
    forName === null ? null : t('write.forSomeone', { name: forName }),
    draft.show === null || mayShow === 'named' ? null : t(SHOWN[draft.show], { word }),
    // One line in any case, so that no card grows while others speak.
    isWaiting ? t('write.oneWaiting', { place: keptWhere('documents', phone) }) : shortPlace(draft),
  ].filter((fact) => fact !== null);

  if (isOpen) {
    return (
      <div className="own-note own-note-open">
        <NoteField text={draft.text} onWrite={act.onWrite} onClose={close} />
        <div className="own-note-tools">
          {hasPlace ? (
            <PlaceSelect
              row={draft.row}
              column={draft.column}
              optional={optionalPlace}
              onChoose={({ row, column }) => act.onPlace(row, column)}
            />
          ) : null}
          <ShowMore draft={draft} promised={mayShow} onShow={act.onShow} />
          <Button onClick={close}>{t('write.ready')}</Button>
        </div>
      </div>
    );
  }
  return (
    <div className="own-note">
      <button
        dir="auto"
        ref={words}
        type="button"
        className="own-note-words"
        aria-label={t('write.edit', { text: draft.text })}
        onClick={() => setOpen(true)}
      >
        {draft.text}
      </button>
      {hasPlace ? <p className="own-note-facts">{facts.join(' · ')}</p> : null}
      <button
        type="button"
        className="own-note-remove"
        aria-label={t('write.removeName', { text: draft.text })}
        {...tip(t('write.remove'))}
        onClick={act.onRemove}
      >
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden focusable="false">
          <path d="M2 2 12 12M12 2 2 12" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
        </svg>
      </button>
    </div>
  );
}

/** The words have the focus that their closed field had; a person who went on to another field keeps it. */
function useFocusAfterClosing(words: RefObject<HTMLElement | null>, isOpen: boolean): void {
  const wasOpen = useRef(false);
  // In the same task as the key that closed the field: the next key finds the focus where it stays.
  useLayoutEffect(() => {
    const hasNone = document.activeElement === null || document.activeElement === document.body;
    if (wasOpen.current && !isOpen && hasNone) words.current?.focus({ preventScroll: true });
    wasOpen.current = isOpen;
  }, [words, isOpen]);
}

const SHOWN = { named: 'write.withName', unit: 'write.withUnit' } as const;

type ShowMoreProps = { draft: Draft; promised: Anonymity; onShow: OwnNoteProps['onShow'] };

/** One's own name, or unit, with this note only. */
function ShowMore({ draft, promised, onShow }: ShowMoreProps) {
  const { me } = useLive();
  const { unitWord: word } = useMeta();
  const most = ownChoices({ identity: promised, unit: me.unit, name: me.name }).at(-1);
  if (most === undefined) return null;
  return (
    <label className="write-show">
      <input
        type="checkbox"
        checked={draft.show !== null}
        onChange={({ target }) => onShow(target.checked ? most : null)}
      />
      <span>{t(most === 'named' ? 'write.showNameOne' : 'write.showUnitOne', { word })}</span>
    </label>
  );
}

type NoteFieldProps = { text: string; onWrite: (text: string) => void; onClose: () => void };

function NoteField({ text, onWrite, onClose }: NoteFieldProps) {
  const field = useFitHeight(text);

  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
    element.scrollIntoView({ block: 'nearest' });
  }, [field]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };

  return (
    <textarea
      dir="auto"
      ref={field}
      className="note-field"
      rows={1}
      value={text}
      aria-label={t('write.editing')}
      enterKeyHint="done"
      onChange={({ target }) => onWrite(target.value)}
      onKeyDown={onKeyDown}
    />
  );
}
