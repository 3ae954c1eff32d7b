import type { PastePlace } from '@coherence/board';
import { settableValue } from '@coherence/protocol/observable-value';
import { useEffect, useRef } from 'react';
import type { PastedFactors } from '../paste/pasted-factors.ts';

/** What the clipboard and things that are dropped ask of the view that is open. */
export interface CardView {
  /** The cards that a copy at this element takes, in the order of the view, and their words; no words: none is meant. */
  chosenAt(target: EventTarget | null): {
    readonly ids: readonly string[];
    readonly words: readonly string[];
  };
  /** Where cards with these words go that are pasted or dropped there. */
  placeFor(event: Event, texts: readonly string[]): PastePlace;
  /** Adds factors that were dropped there as text. */
  takeTexts(found: PastedFactors, event: Event): void;
  /** Takes cards off the board that were cut, in one step that undo takes back. */
  remove(ids: readonly string[]): void;
  /** Cards that were pasted: the view may choose them. */
  pasted(ids: readonly string[]): void;
}

const open = settableValue<CardView | null>(null);

/** The view of cards that is on the screen; null where there is none. */
export const openCardView = (): CardView | null => open.getSnapshot();

/** Makes it the open view until the function that is returned is called. */
export function showCardView(view: CardView): () => void {
  open.set(view);
  return () => {
    if (open.getSnapshot() === view) open.set(null);
  };
}

/** `showCardView` for as long as a component is on the screen. */
export function useCardView(view: CardView): void {
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
  });
  useEffect(
    () =>
      showCardView({
        chosenAt: (target) => latest.current.chosenAt(target),
        placeFor: (event, texts) => latest.current.placeFor(event, texts),
        takeTexts: (found, event) => latest.current.takeTexts(found, event),
        remove: (ids) => latest.current.remove(ids),
        pasted: (ids) => latest.current.pasted(ids),
      }),
    [],
  );
}

/** Where people type, and dialogs: what is copied, pasted or dropped there is none of the view's business. */
const FIELDS = 'input, textarea, select, dialog, [role="dialog"], [role="menu"], [contenteditable="true"]';

export function isInField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null;
}
