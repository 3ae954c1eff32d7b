import { useState, useSyncExternalStore } from 'react';
import { useLive } from '../live/live-context.tsx';
import { useSession } from '../live/document/use-session.ts';

/** Below this width the console lies over the board when it is opened. */
const WIDE = '(min-width: 1280px)';
/** Remembered apart: with an agenda it stands open until it is folded, without one it is folded until it is opened. */
const KEY_OF = { agenda: 'coherence.console.folded', free: 'coherence.console.folded-free' } as const;
type FoldFor = keyof typeof KEY_OF;
type Folded = Readonly<Record<FoldFor, boolean>>;

let folded: Folded | null = null;
const listeners = new Set<() => void>();

function foldedNow(): Folded {
  folded ??= { agenda: readFolded('agenda'), free: readFolded('free') };
  return folded;
}

function fold(what: FoldFor, isFolded: boolean): void {
  folded = { ...foldedNow(), [what]: isFolded };
  for (const listener of listeners) listener();
  writeFolded(what, isFolded);
}

function subscribeFolded(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
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
  const isFolded = useSyncExternalStore(subscribeFolded, foldedNow)[what];
  const [isOver, setOver] = useState(false);
  return {
    isWide,
    isOpen: isWide ? !isFolded : isOver,
    setOpen(open) {
      if (!isWide) return setOver(open);
      return fold(what, !open);
    },
  };
}

/** Whether the console stands open beside the board, and takes of its width. */
export function useConsoleBeside(): boolean {
  const { role } = useLive();
  const what = useSession().agenda.length === 0 ? 'free' : 'agenda';
  const isFolded = useSyncExternalStore(subscribeFolded, foldedNow)[what];
  return useIsWide() && role === 'facilitator' && !isFolded;
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** A browser may refuse storage; then nothing is remembered. */
function readFolded(what: FoldFor): boolean {
  const unless = what === 'agenda' ? 'no' : 'yes';
  try {
    return (localStorage.getItem(KEY_OF[what]) ?? unless) === 'yes';
  } catch {
    return unless === 'yes';
  }
}

function writeFolded(what: FoldFor, folded: boolean): void {
  try {
    localStorage.setItem(KEY_OF[what], folded ? 'yes' : 'no');
  } catch {
    // Folded now all the same.
  }
}
