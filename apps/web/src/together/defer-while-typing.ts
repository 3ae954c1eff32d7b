import type { Phase } from '@coherence/board';
import { useEffect, useReducer, useState } from 'react';
import { usePhase } from '../live/document/use-session.ts';

/** What a person is shown of what the room does: `shown` is behind `now` while they finish a sentence. */
type Deferred<T> = { readonly shown: T; readonly isBehind: boolean };

/** The next state: a person stays with the words they are typing; `same` compares what is shown by its meaning. */
export function deferWhileTyping<T>(
  shown: T,
  now: T,
  isTyping: boolean,
  same: (a: T, b: T) => boolean,
): Deferred<T> {
  if (same(shown, now)) return { shown: now, isBehind: false };
  return isTyping ? { shown, isBehind: true } : { shown: now, isBehind: false };
}

/** Whether an element holds words that are being typed. An empty field holds no person back. */
export function holdsWords(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return element.value.trim() !== '' && !element.readOnly;
  if (element instanceof HTMLInputElement) return element.type === 'text' && element.value.trim() !== '';
  return element instanceof HTMLElement && element.isContentEditable && element.textContent.trim() !== '';
}

const samePhase = (a: Phase | null, b: Phase | null): boolean => a?.id === b?.id;

type DeferredPhase = {
  readonly phase: Phase | null;
  /** The phase the room has moved on to while this person was typing. */
  readonly ahead: Phase | null;
  /** Goes there although a field still holds words. */
  goThere(): void;
};

/** The phase this person is shown: the room's, but not before they have left the field they are typing in. */
export function useDeferredPhase(): DeferredPhase {
  const now = usePhase();
  const [kept, setKept] = useState(now);
  const [, look] = useReducer((count: number) => count + 1, 0);
  const { shown, isBehind } = deferWhileTyping(kept, now, holdsWords(document.activeElement), samePhase);
  if (shown !== kept) setKept(shown);

  useEffect(() => {
    if (!isBehind) return undefined;
    const events = ['focusout', 'input', 'focusin'] as const;
    // A field that loses the focus still has it while the event runs.
    const lookSoon = (): void => queueMicrotask(look);
    for (const event of events) document.addEventListener(event, lookSoon);
    return () => {
      for (const event of events) document.removeEventListener(event, lookSoon);
    };
  }, [isBehind]);

  return { phase: shown, ahead: isBehind ? now : null, goThere: () => setKept(now) };
}
