import { useState, useSyncExternalStore } from 'react';

/** Below this width the console lies over the board when it is opened. */
const WIDE = '(min-width: 1280px)';
const KEY = 'coherence.console.folded';

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
export function useFold(): Fold {
  const isWide = useIsWide();
  const [isFolded, setFolded] = useState(readFolded);
  const [isOver, setOver] = useState(false);
  return {
    isWide,
    isOpen: isWide ? !isFolded : isOver,
    setOpen(open) {
      if (!isWide) return setOver(open);
      setFolded(!open);
      return writeFolded(!open);
    },
  };
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** A browser may refuse storage; then nothing is remembered. */
function readFolded(): boolean {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    return false;
  }
}

function writeFolded(folded: boolean): void {
  try {
    localStorage.setItem(KEY, folded ? 'yes' : 'no');
  } catch {
    // Folded now all the same.
  }
}
