import {
  addDraft,
  putBackDrafts,
  placeDraft,
  removeDrafts,
  showDraft,
  writeDraft,
  type Draft,
  type Phase,
} from '@coherence/board';
import { useEffect, useState } from 'react';
import { sayFailure } from '../../../live/failure.ts';
import type { SavedState } from '@coherence/protocol';
import {
  useDrafts,
  usePrivateDoc,
  usePrivateSaved,
  usePendingDrafts,
} from '../../../live/private-doc/use-private-doc.ts';
import type { NoteStore } from './note-store.ts';
import { serverClock } from '../../../live/server/server-clock.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** Own notes of a phase in the private document; null while it opens. */
export function usePrivateNotes({ id: phase, identity }: Pick<Phase, 'id' | 'identity'>): NoteStore | null {
  const privateDoc = usePrivateDoc();
  const drafts = useDrafts();
  const pending = usePendingDrafts();
  const isDelayed = useIsDelayed();
  if (privateDoc === null) return null;
  const { doc } = privateDoc;
  return {
    notes: drafts.filter((draft) => draft.phase === phase),
    waiting: isDelayed ? pending : NOTHING,
    add(notes) {
      // One instant each, so that their order stays that of the list.
      const now = serverClock.now();
      for (const [index, note] of notes.entries()) {
        const added = addDraft(doc, { ...note, phase, at: now + index, seen: identity });
        if (!added.ok) return sayFailure(added.error);
      }
      return null;
    },
    write: (id, text) => void writeDraft(doc, id, text),
    place: (id, row, column) => placeDraft(doc, id, row, column),
    show: (id, show) => showDraft(doc, id, show),
    remove: (id) => removeDrafts(doc, [id]),
    bringBack: (draft: Draft) => putBackDrafts(doc, [draft]),
  };
}

/** Whether own words have been waiting for longer than sending takes. */
function useIsDelayed(): boolean {
  const saved = usePrivateSaved();
  const [now, setNow] = useState(() => Date.now());
  const { isDelayed, changesAt } =
    saved === null ? { isDelayed: false, changesAt: null } : savingDelay(saved, now);
  useEffect(() => {
    if (changesAt === null) return undefined;
    const timer = setTimeout(() => setNow(Math.max(changesAt, Date.now())), changesAt - Date.now());
    return () => clearTimeout(timer);
  }, [changesAt]);
  return isDelayed;
}

/** Sending takes a moment; only what takes longer is worth a word, in ms. */
export const SAVING_DELAY_MS = 2500;

/**
 * Whether words wait on this device, as far as a person should hear of it, and the moment at which that changes
 * without anything happening (null: never). `now` in ms as in `saved`.
 */
export function savingDelay(
  saved: SavedState,
  now: number,
): { isDelayed: boolean; changesAt: number | null } {
  switch (saved.kind) {
    case 'saved':
      return { isDelayed: false, changesAt: null };
    case 'saving':
    case 'connecting': {
      const changesAt = saved.since + SAVING_DELAY_MS;
      return now >= changesAt ? { isDelayed: true, changesAt: null } : { isDelayed: false, changesAt };
    }
    case 'offline':
    case 'not-saved':
    case 'refused':
      return { isDelayed: true, changesAt: null };
  }
}
