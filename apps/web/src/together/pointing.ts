import { useEffect, useMemo } from 'react';
import type { View } from '../frame/routes.ts';
import { useLive } from '../live/live-context.tsx';
import { setPresence, usePresenceFact } from '../live/people/presence.ts';
import type { Person } from '../live/people/person.ts';

/** Tells others which card of the grid this person is at; a facilitator's K points at it, and again lets go. */
export function useGridPointer(view: View): void {
  const board = useLive();
  const isLead = board.role === 'facilitator';
  useEffect(() => {
    if (view !== 'grid') return undefined;
    let at: string | null = null;
    let pointing = false;
    const tell = (): void => setPresence(board, { at: at === null ? null : { record: at }, pointing });
    const onFocus = ({ target }: FocusEvent): void => {
      const card = cardOf(target);
      if (card === at || (card === null && !pointing && at === null)) return;
      if (card === null) return;
      [at, pointing] = [card, false];
      tell();
    };
    const onKey = (event: KeyboardEvent): void => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isLead || !isPlain || isField(event.target)) return;
      if (event.key === 'Escape' && pointing) pointing = false;
      else if (event.key.toLowerCase() === 'k' && (pointing || cardOf(event.target) !== null)) {
        pointing = !pointing;
        at = cardOf(event.target) ?? at;
      } else return;
      tell();
    };
    document.addEventListener('focusin', onFocus);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('keydown', onKey);
      setPresence(board, { at: null, pointing: false });
    };
  }, [board, view, isLead]);
}

function cardOf(target: EventTarget | null): string | null {
  return target instanceof Element
    ? (target.closest('[data-card]')?.getAttribute('data-card') ?? null)
    : null;
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

const pointedOf = (people: readonly Person[]): readonly string[] =>
  people.flatMap(({ role, view, pointing, at }) =>
    role === 'facilitator' && view === 'grid' && pointing && at?.record !== undefined ? [at.record] : [],
  );

/** Ids of the cards of the grid that a facilitator points at right now. */
export function usePointed(): ReadonlySet<string> {
  const ids = usePresenceFact(pointedOf);
  return useMemo(() => new Set(ids), [ids]);
}
