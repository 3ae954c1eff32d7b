import type { NoteKind } from '@coherence/board';
import { useCallback } from 'react';
import { useLive } from '../../live/live-context.tsx';
import { useSession } from '../../live/document/use-session.ts';
import { useValue } from '../../live/use-value.ts';
import { recordInHand, walkedNow } from './in-hand.ts';
import { minutesDraftOf, type MinutesDraftState, type MinutesDraft } from './minutes-draft.ts';

/** The note that is being written for the minutes of the open board. */
export function useMinutesDraft(): { draft: MinutesDraft; state: MinutesDraftState } {
  const draft = minutesDraftOf(useLive().id);
  return { draft, state: useValue(draft) };
}

/** Opens the field for a kind, about the note that is being read aloud or the card in hand. */
export function useOpenMinutesField(): (kind: NoteKind) => void {
  const draft = minutesDraftOf(useLive().id);
  const walked = walkedNow(useSession());
  return useCallback(
    (kind) => {
      const about = walked ?? recordInHand(document);
      draft.open(kind, about === null ? [] : [about]);
    },
    [draft, walked],
  );
}
