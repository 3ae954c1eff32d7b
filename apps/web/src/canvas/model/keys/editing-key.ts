type Key = { readonly key: string; readonly shiftKey: boolean; readonly isComposing: boolean };

/**
 * What a key means while words are open: Enter finishes (in a note it breaks the line, with Shift everywhere),
 * Escape finishes, Tab in a card opens the next one. Null: it is typing.
 */
export function editingKey({ key, shiftKey, isComposing }: Key, isCard: boolean): 'finish' | 'next' | null {
  if (isComposing) return null;
  if (key === 'Escape') return 'finish';
  if (key === 'Enter' && isCard && !shiftKey) return 'finish';
  if (key === 'Tab' && isCard && !shiftKey) return 'next';
  return null;
}
