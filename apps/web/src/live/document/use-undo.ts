import { useSyncExternalStore, useEffect } from 'react';
import { useLive } from '../live-context.tsx';
import type { LiveBoard } from '../open-board.ts';

/** This person's own undo and redo, with whether there is anything to take back. */
export function useUndo(): { canUndo: boolean; canRedo: boolean; undo(): void; redo(): void } {
  const { undo } = useLive();
  const canUndo = useSyncExternalStore(undo.subscribe, () => undo.canUndo);
  const canRedo = useSyncExternalStore(undo.subscribe, () => undo.canRedo);
  return { canUndo, canRedo, undo: () => void undo.undo(), redo: () => void undo.redo() };
}

/** Ctrl or Command with Z (and Shift, or Y) anywhere on the board but in a field, which has its own. */
export function useUndoKeys(undo: LiveBoard['undo']): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      if (
        event.target instanceof Element &&
        event.target.closest('input:not([type=radio], [type=checkbox]), textarea, [contenteditable], dialog')
      ) {
        return;
      }
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) undo.redo();
      else undo.undo();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [undo]);
}
