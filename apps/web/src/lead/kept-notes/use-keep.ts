import type { NoteKind } from '@coherence/board';
import { useCallback } from 'react';
import { useLive } from '../../live/live-context.tsx';
import { useSession } from '../../live/document/use-session.ts';
import { useValue } from '../../live/use-value.ts';
import { recordInHand, walkedNow } from './in-hand.ts';
import { keepDeskOf, type DeskState, type KeepDesk } from './keep-desk.ts';

/** The desk of the open board, as it stands. */
export function useKeepDesk(): { desk: KeepDesk; state: DeskState } {
  const desk = keepDeskOf(useLive().id);
  return { desk, state: useValue(desk) };
}

/** Opens the field for a kind, about the note that is being read aloud or the card in hand. */
export function useOpenKeep(): (kind: NoteKind) => void {
  const desk = keepDeskOf(useLive().id);
  const walked = walkedNow(useSession());
  return useCallback(
    (kind) => {
      const about = walked ?? recordInHand(document);
      desk.open(kind, about === null ? [] : [about]);
    },
    [desk, walked],
  );
}
