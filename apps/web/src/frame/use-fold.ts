import { useState, useSyncExternalStore } from 'react';
import { useLive } from '../live/live-context.tsx';
import { remembered, type Codec } from '../live/device/remembered.ts';
import { useSession } from '../live/document/use-session.ts';
import { useValue } from '../live/use-value.ts';

/** Below this width the console lies over the board when it is opened. */
const WIDE = '(min-width: 1280px)';
/** Remembered apart: with an agenda it stands open until it is folded, without one it is folded until it is opened. */
export const folded = {
  agenda: remembered('coherence.console.folded', foldedUnlessKept('no')),
  free: remembered('coherence.console.folded-free', foldedUnlessKept('yes')),
} as const;
type FoldFor = keyof typeof folded;

function foldedUnlessKept(otherwise: 'yes' | 'no'): Codec<boolean> {
  return {
    read: (kept) => (kept ?? otherwise) === 'yes',
    write: (isFolded) => (isFolded ? 'yes' : 'no'),
  };
}

/** Whether the window has room for the console beside the board. */
function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches);
}

export type Fold = {
  readonly isWide: boolean;
  readonly isOpen: boolean;
  setOpen(open: boolean): void;
};

/** Whether the console is open: in a wide window as it was left there the last time, in a narrow one when asked for. */
export function useFold(what: FoldFor): Fold {
  const isWide = useIsWide();
  const isFolded = useValue(folded[what]);
  const [isOver, setOver] = useState(false);
  return {
    isWide,
    isOpen: isWide ? !isFolded : isOver,
    setOpen(open) {
      if (!isWide) return setOver(open);
      folded[what].set(!open);
    },
  };
}

/** Whether the console stands open beside the board, and takes of its width. */
export function useConsoleBeside(): boolean {
  const { role } = useLive();
  const what = useSession().agenda.length === 0 ? 'free' : 'agenda';
  const isFolded = useValue(folded[what]);
  return useIsWide() && role === 'facilitator' && !isFolded;
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
