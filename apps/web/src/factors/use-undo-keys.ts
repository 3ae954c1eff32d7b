import { useEffect } from 'react';

type UndoActs = { readonly enabled: boolean; readonly undo: () => void; readonly redo: () => void };

const FIELDS = 'textarea, input:not([type="radio"], [type="checkbox"]), select, [contenteditable="true"]';

/**
 * Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) anywhere on the page take back a person's own last step, unless a field that
 * is theirs alone has the focus: there the browser's own undo is meant.
 */
export function useUndoKeys({ enabled, undo, redo }: UndoActs): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
      const inField = event.target instanceof Element && event.target.closest(FIELDS) !== null;
      if (!enabled || event.defaultPrevented || inField) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [enabled, undo, redo]);
}
