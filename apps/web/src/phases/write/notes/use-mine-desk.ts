import {
  addDraft,
  keepDrafts,
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
  useUnsentDrafts,
} from '../../../live/private-doc/use-private-doc.ts';
import type { Desk } from './desk.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** The private document as the desk of a phase; null while it opens. */
export function useMineDesk({ id: phase, identity }: Pick<Phase, 'id' | 'identity'>): Desk | null {
  const privateDoc = usePrivateDoc();
  const drafts = useDrafts();
  const unsent = useUnsentDrafts();
  const isHeld = useHeldUp();
  if (privateDoc === null) return null;
  const { doc } = privateDoc;
  return {
    notes: drafts.filter((draft) => draft.phase === phase),
    waiting: isHeld ? unsent : NOTHING,
    add(notes) {
      // One instant each, so that their order stays that of the list.
      const now = Date.now();
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
    bringBack: (draft: Draft) => keepDrafts(doc, [draft]),
  };
}

/** Whether own words have been waiting for longer than sending takes. */
function useHeldUp(): boolean {
  const saved = usePrivateSaved();
  const [now, setNow] = useState(() => Date.now());
  const { held, changesAt } = saved === null ? { held: false, changesAt: null } : heldUp(saved, now);
  useEffect(() => {
    if (changesAt === null) return undefined;
    const timer = setTimeout(() => setNow(Math.max(changesAt, Date.now())), changesAt - Date.now());
    return () => clearTimeout(timer);
  }, [changesAt]);
  return held;
}

/** Sending takes a moment; only what takes longer is worth a word, in ms. */
export const PATIENCE_MS = 2500;

/**
 * Whether words wait on this device, as far as a person should hear of it, and the moment at which that changes
 * without anything happening (null: never). `now` in ms as in `saved`.
 */
export function heldUp(saved: SavedState, now: number): { held: boolean; changesAt: number | null } {
  switch (saved.kind) {
    case 'saved':
      return { held: false, changesAt: null };
    case 'saving':
    case 'connecting': {
      const changesAt = saved.since + PATIENCE_MS;
      return now >= changesAt ? { held: true, changesAt: null } : { held: false, changesAt };
    }
    case 'offline':
    case 'not-saved':
    case 'refused':
      return { held: true, changesAt: null };
  }
}
