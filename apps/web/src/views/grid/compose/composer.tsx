import { t } from '@coherence/words';
import { useLayoutEffect, useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import { type Place, placeName } from '../../../factors/place.ts';
import { useValue } from '../../../live/use-value.ts';
import { inPieces } from '../../../factors/paste/in-pieces.ts';
import type { PastedFactors } from '../../../factors/paste/pasted-factors.ts';
import { takePaste } from '../../../factors/paste/take-paste.ts';
import { afterPress } from '../../../frame/press.ts';
import type { Drafts } from './drafts.ts';
import { useBackCloses } from '../../../ui/back/use-back.ts';
import './composer.css';

type ComposerProps = {
  place: Place;
  drafts: Drafts;
  /** True once the text is on the board. */
  onAdd: (texts: readonly string[], pasted: PastedFactors | null) => boolean;
  onClose: () => void;
  /** Opened by this person: the caret goes in. */
  takesFocus: boolean;
};

/** Where new factors are written: Enter adds one and stays, a pasted list adds many, what is typed is never lost. */
export function Composer({ place, drafts, onAdd, onClose, takesFocus }: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const keepBlock = useRef(false);
  const draft = useDraft(drafts, place);

  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [draft]);

  useLayoutEffect(() => {
    if (!takesFocus) return;
    field.current?.focus({ preventScroll: true });
    field.current?.scrollIntoView({ block: 'nearest' });
  }, [takesFocus]);

  const leave = (): void => {
    onClose();
    field.current?.blur();
  };
  const closeIfLeft = (): void => {
    const hasFocus = field.current !== null && field.current === document.activeElement;
    if (!hasFocus && drafts(place).getSnapshot().trim() === '') onClose();
  };
  useBackCloses(leave, takesFocus);
  const onKeyDown = (event: KeyboardEvent): void => {
    keepBlock.current = (event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === 'v';
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      commitDraft(drafts, place, (texts) => onAdd(texts, null));
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      leave();
    }
  };
  const onPaste = (event: ClipboardEvent): void => {
    const keepsBlock = keepBlock.current;
    keepBlock.current = false;
    if (!keepsBlock) takePaste(event, (pasted) => onAdd(pasted.texts, pasted));
  };

  return (
    <textarea
      dir="auto"
      ref={field}
      className="composer"
      rows={1}
      value={draft}
      data-composer
      aria-label={t('grid.writeFor', { place: placeName(place) })}
      placeholder={t('grid.write')}
      enterKeyHint="done"
      onChange={(event) => drafts(place).set(event.target.value)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onBlur={() => afterPress(closeIfLeft)}
    />
  );
}

/** What is written for a place and not added yet. */
export function useDraft(drafts: Drafts, place: Place): string {
  return useValue(drafts(place));
}

/** Adds the draft of a place and empties it; an empty draft adds nothing, a refused one stays. */
export function commitDraft(drafts: Drafts, place: Place, add: (texts: readonly string[]) => boolean): void {
  const draft = drafts(place);
  const text = draft.getSnapshot().trim();
  if (text !== '' && add(inPieces(text))) draft.set('');
}
