import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';

/** What must not move on screen: an element, the cell it was in, and how far down in the scrolled content it was. */
type Anchor = { readonly element: Element; readonly place: string | null; readonly depth: number };

const ANCHORS = '[data-card], [data-composer]';

/**
 * Holds what a person looks at while others add and remove factors: the editor they type in, else the card under the
 * pointer, else the first card in view stays where it is, and the rest moves around it. `shown` is what the view
 * shows. The function given back lets the next change of it move freely: a person's own move.
 */
export function useScrollHold(box: HTMLElement | null, shown: unknown): () => void {
  const anchor = useRef<Anchor | null>(null);
  const hovered = useRef<Element | null>(null);
  const last = useRef(shown);
  const free = useRef<{ readonly since: unknown } | null>(null);

  useEffect(() => {
    if (box === null) return undefined;
    const measure = (): void => {
      anchor.current = findAnchor(box, hovered.current);
    };
    const onOver = (event: PointerEvent): void => {
      hovered.current = event.target instanceof Element ? event.target.closest(ANCHORS) : null;
      measure();
    };
    const onLeave = (): void => {
      hovered.current = null;
      measure();
    };
    measure();
    box.addEventListener('scroll', measure, { passive: true });
    box.addEventListener('focusin', measure);
    box.addEventListener('pointerover', onOver);
    box.addEventListener('pointerleave', onLeave);
    return () => {
      box.removeEventListener('scroll', measure);
      box.removeEventListener('focusin', measure);
      box.removeEventListener('pointerover', onOver);
      box.removeEventListener('pointerleave', onLeave);
    };
  }, [box]);

  useLayoutEffect(() => {
    if (box === null) return;
    const held = anchor.current;
    if (
      held !== null &&
      free.current === null &&
      held.element.isConnected &&
      placeKeyOf(held.element) === held.place
    ) {
      const shift = depthIn(box, held.element) - held.depth;
      if (Math.abs(shift) >= 1) box.scrollBy(0, shift);
    }
    if (free.current?.since !== shown) free.current = null;
    last.current = shown;
    anchor.current = findAnchor(box, hovered.current);
  });

  return useCallback(() => {
    free.current = { since: last.current };
  }, []);
}

function findAnchor(box: HTMLElement, hovered: Element | null): Anchor | null {
  const active = document.activeElement?.closest(ANCHORS) ?? null;
  const typing =
    document.activeElement instanceof HTMLTextAreaElement && active !== null && box.contains(active);
  const element = typing ? active : hovered?.isConnected ? hovered : firstInView(box);
  if (element === null) return null;
  return { element, place: placeKeyOf(element), depth: depthIn(box, element) };
}

/** Pixels from the top of the scrolled content, so that scrolling itself is no shift. */
function depthIn(box: HTMLElement, element: Element): number {
  return element.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
}

function firstInView(box: HTMLElement): Element | null {
  const { top, bottom } = box.getBoundingClientRect();
  for (const element of box.querySelectorAll(ANCHORS)) {
    const edge = element.getBoundingClientRect();
    if (edge.bottom > top + HEADER && edge.top < bottom) return element;
  }
  return null;
}

/** About the height of the sticky header, in px: what lies under it is not in view. */
const HEADER = 90;

function placeKeyOf(element: Element): string | null {
  return element.closest<HTMLElement>('[data-place]')?.dataset['place'] ?? null;
}
