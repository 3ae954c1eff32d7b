import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

type Held = { readonly card: string; readonly part: string; caret: readonly [number, number] | null };

/**
 * A card that moves to another cell is a new element: the focus, and the caret of an open editor, go with it. Only
 * what had the focus gets it back; nobody's focus is taken. `focusCard` names a card to focus once it is there.
 */
export function useKeepFocus(root: RefObject<HTMLElement | null>): (card: string) => void {
  const held = useRef<Held | null>(null);
  const wanted = useRef<string | null>(null);

  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const onIn = (event: FocusEvent): void => {
      held.current = heldBy(event.target);
      wanted.current = null;
    };
    const onOut = (event: FocusEvent): void => {
      const left = event.target;
      // Removal takes the focus too; then the element is gone once the change is through. Focus that went on to
      // something else in here is known from there already.
      queueMicrotask(() => {
        const { activeElement } = document;
        const stays = activeElement === left || (activeElement !== null && element.contains(activeElement));
        if (left instanceof Element && left.isConnected && !stays) held.current = null;
      });
    };
    const onCaret = (): void => {
      const active = document.activeElement;
      if (held.current !== null && active instanceof HTMLTextAreaElement && element.contains(active)) {
        held.current.caret = [active.selectionStart, active.selectionEnd];
      }
    };
    const onAct = (): void => {
      wanted.current = null;
    };
    document.addEventListener('pointerdown', onAct, true);
    document.addEventListener('keydown', onAct, true);
    element.addEventListener('focusin', onIn);
    element.addEventListener('focusout', onOut);
    document.addEventListener('selectionchange', onCaret);
    return () => {
      document.removeEventListener('pointerdown', onAct, true);
      document.removeEventListener('keydown', onAct, true);
      element.removeEventListener('focusin', onIn);
      element.removeEventListener('focusout', onOut);
      document.removeEventListener('selectionchange', onCaret);
    };
  }, [root]);

  useLayoutEffect(() => {
    const element = root.current;
    const active = document.activeElement;
    if (element === null || (active !== null && active !== document.body && wanted.current === null)) return;
    const goal = wanted.current ?? held.current?.card ?? null;
    if (goal === null) return;
    const part = wanted.current === null ? (held.current?.part ?? 'words') : 'words';
    const caret = wanted.current === null ? (held.current?.caret ?? null) : null;
    const card = element.querySelector(`[data-card="${CSS.escape(goal)}"]`);
    const target =
      card?.querySelector<HTMLElement>(`[data-part="${part}"]`) ??
      card?.querySelector<HTMLElement>('[data-part]');
    if (!target) return;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (caret !== null && target instanceof HTMLTextAreaElement) target.setSelectionRange(...caret);
  });

  return useCallback((card: string) => {
    wanted.current = card;
  }, []);
}

function heldBy(target: EventTarget | null): Held | null {
  if (!(target instanceof Element)) return null;
  const card = target.closest<HTMLElement>('[data-card]')?.dataset['card'];
  const part = target.closest<HTMLElement>('[data-part]')?.dataset['part'];
  return card === undefined ? null : { card, part: part ?? 'words', caret: null };
}
