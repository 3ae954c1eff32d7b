import { createContext, useContext } from 'react';
import type { DialogSheetProps } from './dialog-sheet.tsx';
import { laterPart } from './load/later-part.ts';
import { useLater } from './load/use-later.ts';

const laterSheet = laterPart(() => import('./dialog-sheet.tsx'));
const CloseContext = createContext<(() => void) | null>(null);

/** A modal dialog: it holds the focus and gives it back, Escape and a press beside it close it. */
export function Dialog({ open, ...sheet }: DialogSheetProps & { open: boolean }) {
  const part = useLater(laterSheet, open);
  if (!open || part === null) return null;
  return (
    <CloseContext value={sheet.onClose}>
      <part.DialogSheet {...sheet} />
    </CloseContext>
  );
}

/** What closes the dialog around; null outside of one. */
export function useCloseDialog(): (() => void) | null {
  return useContext(CloseContext);
}

/** The ref of a field that has the focus first in its dialog. React's own `autoFocus` comes too early for that. */
export function focusFirst(field: HTMLElement | null): void {
  field?.setAttribute('autofocus', '');
}
