import { useEffect, type RefObject } from 'react';
import type { Grid } from '@coherence/board';
import { takePaste } from '../../../factors/paste/take-paste.ts';
import { directionOf, neighbourCard } from '../places/keyboard-move.ts';
import { useCardView } from '../../../factors/cards/card-view.ts';
import { cardsInOrder, placeOf, type Place } from '../../../factors/place.ts';
import type { GridControl } from './use-grid-control.ts';

type Input = { readonly grid: Grid; readonly control: GridControl; readonly canEdit: boolean };

/** Clicks, keys and pastes anywhere in the grid, as acts of the control. */
export function useGridInput(root: RefObject<HTMLElement | null>, { grid, control, canEdit }: Input): void {
  useCardView({
    chosenAt: (target) => {
      const ids = control.chosenAt(cardOf(target));
      return { ids, words: cardsInOrder(grid).flatMap(({ id, text }) => (ids.includes(id) ? [text] : [])) };
    },
    placeFor: (event) => ({ cell: placeUnder(event.target) ?? null }),
    takeTexts: (found, event) =>
      control.add(placeUnder(event.target) ?? null, found.texts, found.texts.length < 2 ? null : found),
    remove: control.remove,
    pasted: (ids) => ids.forEach((id) => control.own.add(id)),
  });
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const stops = new AbortController();
    const { signal } = stops;
    element.addEventListener('click', (event) => onClick(event, control, canEdit), { signal });
    element.addEventListener('dblclick', (event) => onDoubleClick(event, control, canEdit), { signal });
    element.addEventListener('keydown', (event) => onKey(event, { grid, control, canEdit }), { signal });
    element.addEventListener('paste', (event) => onPaste(event, control, canEdit), { signal });
    return () => stops.abort();
  }, [root, grid, control, canEdit]);
}

const FIELDS = 'textarea, input, select, [contenteditable="true"]';
const OWN_CLICK = `${FIELDS}, [role="menu"], [aria-haspopup="menu"]`;

function onClick(event: MouseEvent, control: GridControl, canEdit: boolean): void {
  const id = cardOf(event.target);
  if (id === null || !canEdit || inside(event.target, OWN_CLICK)) return;
  if (event.shiftKey) control.selectTo(id);
  else if (event.ctrlKey || event.metaKey) control.toggle(id);
  else control.edit(id);
}

function onDoubleClick(event: MouseEvent, control: GridControl, canEdit: boolean): void {
  if (!canEdit || cardOf(event.target) !== null || inside(event.target, `${OWN_CLICK}, button`)) return;
  const place = placeUnder(event.target);
  if (place !== undefined) control.compose(place);
}

function onKey(event: KeyboardEvent, { grid, control, canEdit }: Input): void {
  if (inside(event.target, FIELDS) || inside(event.target, '[role="menu"]')) return;
  if (event.key === 'Escape') control.clearSelection();
  const id = cardOf(event.target);
  if (id === null || event.ctrlKey || event.metaKey) return;
  const direction = directionOf(event.key);
  if (direction !== null && event.altKey) {
    event.preventDefault();
    if (canEdit) control.step(id, direction);
  } else if (direction !== null && !event.shiftKey && !inside(event.target, '[aria-haspopup="menu"]')) {
    event.preventDefault();
    const next = neighbourCard(grid, id, direction);
    if (next !== null) focusWords(event.currentTarget, next);
  } else if ((event.key === 'Delete' || event.key === 'Backspace') && canEdit) {
    event.preventDefault();
    control.remove(control.idsFor(id));
  }
}

function onPaste(event: ClipboardEvent, control: GridControl, canEdit: boolean): void {
  const place = placeUnder(event.target);
  if (!canEdit || place === undefined || inside(event.target, FIELDS)) return;
  takePaste(event, (found) => control.add(place, found.texts, found.texts.length < 2 ? null : found), 1);
}

function focusWords(root: EventTarget | null, id: string): void {
  if (!(root instanceof HTMLElement)) return;
  const words = root.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] [data-part="words"]`);
  words?.focus({ preventScroll: true });
  words?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function inside(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

function cardOf(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest<HTMLElement>('[data-card]')?.dataset['card'] ?? null;
}

function placeUnder(target: EventTarget | null): Place | undefined {
  if (!(target instanceof Element)) return undefined;
  return placeOf(target.closest<HTMLElement>('[data-place]')?.dataset['place'] ?? '');
}
