import { useEffect } from 'react';
import type { LiveBoard } from '../../live/open-board.ts';

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
