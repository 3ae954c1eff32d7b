import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';

/** Something that must not move on screen: the place it is in, and how far down in the scrolled content it was. */
type Anchor = {
  readonly element: Element;
  readonly place: string | null;
  readonly depth: number;
  /** The card it is part of, and how far down in it: a card that goes to another place is a new element. */
  readonly cardId: string;
  readonly inCard: number;
};

/** `own`: what this person works with, which stays whatever happens; else most of what is in view does. */
type Anchors = { readonly own: Anchor | null; readonly inView: readonly Anchor[] };

const PRESSED = 'button, summary, textarea, input, select';
const ANCHORS = '[data-card], [data-composer], .link-line';

type AnchorOptions = {
  /** About how high what sticks to the upper edge of the box is, in px: what lies under it is not in view. */
  readonly header?: number;
  /** At the very top what stands above the first factor is in view too and stays, unless somebody works further down. */
  readonly topStays?: boolean;
};

/**
 * Holds what a person looks at while others add, move and remove: the editor they type in, else what is under the
 * pointer, else what has the focus, else most of what is in view stays where it is, and the rest moves around it. `shown` is
 * what the view shows. The function given back lets the next change of it move freely: a person's own move. Browsers
 * that do this themselves do less, and some do nothing.
 */
export function useScrollAnchor(
  box: HTMLElement | null,
  shown: unknown,
  { header = 0, topStays = false }: AnchorOptions = {},
): () => void {
  const held = useRef<Anchors | null>(null);
  const hovered = useRef<Element | null>(null);
  /** What scrolling by whole pixels has left over, so that many small changes add up to none. */
  const rest = useRef(0);
  const last = useRef(shown);
  const free = useRef<{ readonly since: unknown } | null>(null);

  const measure = useCallback(
    (scroller: HTMLElement): void => {
      held.current = findAnchors(scroller, hovered.current, header);
    },
    [header],
  );
  const hold = useCallback(
    (scroller: HTMLElement): void => {
      const before = held.current;
      if (before !== null && free.current === null) {
        const from = scroller.scrollTop;
        const shift = shiftOf(scroller, before, topStays && from < 1) + rest.current;
        if (Math.abs(shift) >= 0.5) scroller.scrollBy(0, shift);
        const left = shift - (scroller.scrollTop - from);
        rest.current = Math.abs(left) < 1 ? left : 0;
      }
      measure(scroller);
    },
    [measure, topStays],
  );

  useEffect(() => {
    if (box === null) return undefined;
    const onMeasure = (): void => measure(box);
    // An element that is removed loses the focus before its place is measured: only afterwards is it gone.
    const onOut = (): void => queueMicrotask(onMeasure);
    const onOver = (event: PointerEvent): void => {
      hovered.current =
        event.target instanceof Element ? event.target.closest(`${PRESSED}, ${ANCHORS}`) : null;
      measure(box);
    };
    const onLeave = (): void => {
      hovered.current = null;
      measure(box);
    };
    measure(box);
    box.addEventListener('scroll', onMeasure, { passive: true });
    box.addEventListener('focusin', onMeasure);
    box.addEventListener('focusout', onOut);
    box.addEventListener('pointerover', onOver);
    box.addEventListener('pointerleave', onLeave);
    // What grows without this view being rendered anew: somebody else's letters in an open editor.
    const sizes = new ResizeObserver(() => hold(box));
    for (const part of box.children) sizes.observe(part);
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', onMeasure);
      box.removeEventListener('focusin', onMeasure);
      box.removeEventListener('focusout', onOut);
      box.removeEventListener('pointerover', onOver);
      box.removeEventListener('pointerleave', onLeave);
    };
  }, [box, hold, measure]);

  useLayoutEffect(() => {
    if (box === null) return;
    hold(box);
    if (free.current?.since !== shown) free.current = null;
    last.current = shown;
  });

  return useCallback(() => {
    free.current = { since: last.current };
  }, []);
}

function shiftOf(box: HTMLElement, { own, inView }: Anchors, topHolds: boolean): number {
  const now = own === null ? null : depthNow(box, own, true);
  if (own !== null && now !== null) return now - own.depth;
  if (topHolds) return 0;
  return commonShift(
    inView.flatMap((anchor) => {
      const depth = depthNow(box, anchor, false);
      return depth === null ? [] : [depth - anchor.depth];
    }),
  );
}

/** Where it is now; null when it is gone. Nobody follows what others move away, except what they work with. */
function depthNow(
  box: HTMLElement,
  { element, place, cardId, inCard }: Anchor,
  follows: boolean,
): number | null {
  if (element.isConnected && box.contains(element)) {
    return follows || placeKeyOf(element) === place ? depthIn(box, element) : null;
  }
  const card = follows ? box.querySelector(`[data-card="${CSS.escape(cardId)}"]`) : null;
  return card === null ? null : depthIn(box, card) + inCard;
}

function findAnchors(box: HTMLElement, hovered: Element | null, header: number): Anchors {
  const { top, bottom } = box.getBoundingClientRect();
  const isInView = (element: Element): boolean => {
    const edge = element.getBoundingClientRect();
    return edge.height > 0 && edge.bottom > top + header && edge.top < bottom;
  };
  const active = document.activeElement;
  const focused = active !== null && box.contains(active) ? active.closest(`${PRESSED}, ${ANCHORS}`) : null;
  const isTyping = active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement;
  const candidates = isTyping ? [focused, hovered] : [hovered, focused];
  const own = candidates.find((one) => one?.isConnected === true && isInView(one)) ?? null;
  return {
    own: own === null ? null : anchorAt(box, own),
    inView: anchorsIn(box, isInView).map((element) => anchorAt(box, element)),
  };
}

/** What can stay and is in view. Looks into nothing that is out of view itself: a board may have thousands of cards. */
function anchorsIn(parent: Element, isInView: (element: Element) => boolean): readonly Element[] {
  return [...parent.children].filter(isInView).flatMap((child) => {
    const inside = anchorsIn(child, isInView);
    return child.matches(ANCHORS) ? [child, ...inside] : inside;
  });
}

function anchorAt(box: HTMLElement, element: Element): Anchor {
  const card = element.closest<HTMLElement>('[data-card]');
  const depth = depthIn(box, element);
  return {
    element,
    place: placeKeyOf(element),
    depth,
    cardId: card?.dataset['card'] ?? '',
    inCard: card === null ? 0 : depth - depthIn(box, card),
  };
}

/** Pixels from the top of the scrolled content, so that scrolling itself is no shift. */
function depthIn(box: HTMLElement, element: Element): number {
  return element.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
}

function placeKeyOf(element: Element): string | null {
  return element.closest<HTMLElement>('[data-place]')?.dataset['place'] ?? null;
}

/**
 * How far to scroll, in px, so that most of what is in view stays where it is on the screen. `shifts`: how far down each
 * thing in view has gone, from the top of the screen on; of equally many the upper ones stay.
 */
export function commonShift(shifts: readonly number[]): number {
  const votes = new Map<number, number>();
  for (const shift of shifts) votes.set(Math.round(shift), (votes.get(Math.round(shift)) ?? 0) + 1);
  const most = Math.max(0, ...votes.values());
  return shifts.find((shift) => votes.get(Math.round(shift)) === most) ?? 0;
}
