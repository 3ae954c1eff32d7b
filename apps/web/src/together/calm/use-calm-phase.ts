import type { Phase } from '@coherence/board';
import { useEffect, useReducer, useState } from 'react';
import { calmDown, holdsWords } from './calm.ts';
import { usePhase } from '../../live/document/use-phase.ts';

const samePhase = (a: Phase | null, b: Phase | null): boolean => a?.id === b?.id;

type CalmPhase = {
  readonly phase: Phase | null;
  /** The phase the room has moved on to while this person was typing. */
  readonly ahead: Phase | null;
  /** Goes there although a field still holds words. */
  goThere(): void;
};

/** The phase this person is shown: the room's, but not before they have left the field they are typing in. */
export function useCalmPhase(): CalmPhase {
  const now = usePhase();
  const [kept, keep] = useState(now);
  const [, look] = useReducer((count: number) => count + 1, 0);
  const { shown, isBehind } = calmDown(kept, now, holdsWords(document.activeElement), samePhase);
  if (shown !== kept) keep(shown);

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

  return { phase: shown, ahead: isBehind ? now : null, goThere: () => keep(now) };
}
