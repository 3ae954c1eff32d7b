import { currentPhase, phaseFacts, type Session } from '@coherence/board';

/** Elements that hold typed text: shortcuts of the page leave their keys alone. */
export const TEXT_FIELDS =
  'input:not([type=radio], [type=checkbox], [type=button]), textarea, select, [contenteditable]:not([contenteditable=false])';

/** The record a person has in hand on the page: the card with the focus, else the one card they chose. */
export function recordInHand(page: Document): string | null {
  const focused = page.activeElement?.closest<HTMLElement>('[data-card]');
  if (focused?.dataset['card'] !== undefined) return focused.dataset['card'];
  const chosen = [...page.querySelectorAll<HTMLElement>('.card-selected[data-card], [data-chosen]')];
  const [only, ...more] = chosen;
  if (only === undefined || more.length > 0) return null;
  return only.dataset['card'] ?? only.dataset['chosen'] ?? null;
}

/**
 * Notes where the focus is; the returned function gives it back. A card that closed its field meanwhile gets it on its
 * words; without any trace it goes to the board.
 */
export function holdFocus(page: Document): () => void {
  const before = page.activeElement;
  const card = before?.closest<HTMLElement>('[data-card]')?.dataset['card'];
  return () => {
    const there =
      before instanceof HTMLElement && before.isConnected && before !== page.body
        ? before
        : wordsOf(page, card);
    (there ?? page.getElementById('board'))?.focus({ preventScroll: true });
  };
}

function wordsOf(page: Document, card: string | undefined): HTMLElement | null {
  if (card === undefined) return null;
  return page.querySelector<HTMLElement>(`[data-card="${CSS.escape(card)}"] [data-part="words"]`);
}

/** The note that is being read aloud; null in every phase in which none is, whatever was read last. */
export function walkedNow(session: Session): string | null {
  const phase = currentPhase(session);
  return phase !== null && phaseFacts(phase.kind).work === 'read-notes'
    ? (session.walk?.factor ?? null)
    : null;
}
