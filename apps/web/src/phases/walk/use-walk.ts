import { bringBack, factorNow, mergeFactors, parkFactor, rewordFactor, splitFactor } from '@coherence/board';
import { t } from '@coherence/words';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../../frame/use-command.ts';
import { useOperation } from '../../live/document/use-operation.ts';
import { useProjection, useSnapshot } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { walkOf, type WalkNote } from './walk-notes.ts';
import { noteAfter, placeIn } from './walk-step.ts';
import { serverClock } from '../../live/server/server-clock.ts';

export type WalkNow = {
  readonly notes: readonly WalkNote[];
  /** The note that is walked; null before the first, and where it has gone. */
  readonly note: WalkNote | null;
  /** Its place from 0. */
  readonly at: number | null;
  readonly likely: readonly WalkNote[];
  /** A walked note that is not on the board any more. */
  readonly isGone: boolean;
};

export type WalkActs = {
  canGo(step: 1 | -1): boolean;
  go(step: 1 | -1): void;
  walkTo(id: string): void;
  merge(id: string): void;
  split(of: string): void;
  reword(words: string): void;
  park(): void;
  /** The note that was parked last, to take it back at once. */
  readonly parked: { readonly text: string; bringBack(): void } | null;
};

/** The walked factor, or the one it was merged into since by a person who also leads. */
function useWalked(): string | null {
  const snapshot = useSnapshot();
  const asked = useSession().walk?.factor ?? null;
  return asked === null ? null : (factorNow(snapshot, asked) ?? asked);
}

/** Which note the room walks, for everybody. */
export function useWalkNow(): WalkNow {
  const { notes, likely } = useProjection(walkOf);
  const walked = useWalked();
  const at = placeIn(notes, walked);
  const note = at === null ? null : (notes[at] ?? null);
  return {
    notes,
    note,
    at,
    likely: note === null ? [] : likely(note.id),
    isGone: walked !== null && note === null,
  };
}

/** What a facilitator does with the walked note. The room follows by way of the server. */
export function useWalkActs({ notes, note, at, isGone }: WalkNow): WalkActs {
  const send = useCommand((why) => t('walk.failed', { why }));
  const operate = useOperation();
  const walked = useWalked();
  const lastAt = useRef<number | null>(null);
  /** Asked for and not there yet: three presses go three notes on. */
  const headedFor = useRef<string | null>(null);
  const [parked, setParked] = useState<{ noteId: string; id: string; text: string } | null>(null);

  useEffect(() => {
    if (at !== null) lastAt.current = at;
  }, [at]);

  useEffect(() => {
    if (walked === headedFor.current) headedFor.current = null;
  }, [walked]);

  const walkTo = (id: string): void => {
    headedFor.current = id;
    void send({ type: 'walk', factor: id }).then((isDone) => {
      if (!isDone) headedFor.current = null;
    });
  };
  const after = (step: 1 | -1, from = walked): string | null =>
    noteAfter(notes, from, step, isGone ? lastAt.current : null);

  return {
    canGo: (step) => after(step) !== null && (walked !== null || step === 1),
    go(step) {
      const next = after(step, headedFor.current ?? walked);
      if (next !== null) walkTo(next);
    },
    walkTo,
    merge(id) {
      if (note !== null) operate((doc) => mergeFactors(doc, note.id, [id]));
    },
    split(of) {
      if (note !== null) operate((doc) => splitFactor(doc, note.id, of));
    },
    reword(words) {
      if (note !== null) operate((doc) => rewordFactor(doc, note.id, words));
    },
    park() {
      if (note === null) return;
      const next = noteAfter(notes, note.id, 1) ?? noteAfter(notes, note.id, -1);
      const noteId = operate((doc) => parkFactor(doc, note.id, serverClock.now()));
      if (noteId === null) return;
      setParked({ noteId, id: note.id, text: note.text });
      if (next !== null) walkTo(next);
    },
    parked:
      parked === null
        ? null
        : {
            text: parked.text,
            bringBack() {
              if (operate((doc) => bringBack(doc, parked.noteId)) !== null) walkTo(parked.id);
              setParked(null);
            },
          },
  };
}
