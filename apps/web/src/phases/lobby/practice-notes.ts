import { PLAIN_DRAFT, type Draft } from '@coherence/board';
import { useMemo } from 'react';
import { asJson, remembered, type Remembered } from '../../live/device/remembered.ts';
import { useValue } from '../../live/use-value.ts';
import type { NoteStore } from '../write/notes/note-store.ts';
import { serverClock } from '../../live/server/server-clock.ts';

export const PRACTICE = 'practice';

/** Practice notes of a board, on this device and nowhere else. */
function openPractice(board: string): Remembered<readonly Draft[]> {
  const notes = asJson((parsed) => (Array.isArray(parsed) ? (parsed as readonly Draft[]) : []));
  return remembered(`coherence.practice.${board}`, notes);
}

const NONE: ReadonlySet<string> = new Set();

/** Notes to try writing with: they are never sent. */
export function usePracticeNotes(board: string): NoteStore {
  const practice = useMemo(() => openPractice(board), [board]);
  const notes = useValue(practice);
  const edit = (id: string, change: Partial<Draft>) =>
    practice.change((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)));
  return {
    notes,
    waiting: NONE,
    add(added) {
      const now = serverClock.now();
      practice.change((all) => [
        ...all,
        ...added.map((note, index) => ({
          ...PLAIN_DRAFT,
          ...note,
          id: `${now}-${index}`,
          at: now + index,
          phase: PRACTICE,
        })),
      ]);
      return null;
    },
    write: (id, text) => edit(id, { text }),
    place: (id, row, column) => edit(id, { row, column }),
    show: (id, show) => edit(id, { show }),
    remove: (id) => practice.change((all) => all.filter((one) => one.id !== id)),
    bringBack: (draft) => practice.change((all) => [...all, draft]),
  };
}
