import { useCallback, useEffect, useState } from 'react';
import { useLive } from '../../../live/live-context.tsx';
import type { OutlineSection } from '../outline-of.ts';
import { deferInView, type DeferredOutline, type InView } from './deferred-outline.ts';

/** A board that is opened comes in pieces; for so long, in ms, a person who touches nothing is not taken to be reading. */
const ARRIVES_MS = 1500;
/** After scrolling has rested so long, in ms, what waited where nobody looks any more takes its place. */
const RESTS_MS = 250;

type OutlineState = DeferredOutline & {
  readonly latest: readonly OutlineSection[];
  readonly asked: string;
  /** The next change is this person's own: it stands at once. */
  readonly isOwn: boolean;
};

/**
 * The outline somebody reads: what others add where they look waits until they ask for it with `show` or scroll on.
 * `asked`: what this person asked to see, as one string; when it changes, everything is as it is now.
 */
export function useDeferredOutline(
  box: HTMLElement | null,
  latest: readonly OutlineSection[],
  asked: string,
) {
  const { undo } = useLive();
  const isReading = useReading(box);
  const [kept, keep] = useState<OutlineState>({ sections: latest, waiting: 0, latest, asked, isOwn: false });
  if (kept.latest !== latest || kept.asked !== asked) {
    const holds = box !== null && isReading && !kept.isOwn && kept.asked === asked;
    const deferred = holds
      ? deferInView(kept.sections, latest, readInView(box))
      : { sections: latest, waiting: 0 };
    keep({ ...deferred, latest, asked, isOwn: false });
  }

  useEffect(
    () =>
      undo.subscribe(() => {
        // Who types letter by letter still looks at the rest.
        if (!(document.activeElement instanceof HTMLTextAreaElement))
          keep((now) => ({ ...now, isOwn: true }));
      }),
    [undo],
  );

  const hasWaiting = kept.waiting > 0;
  useEffect(() => {
    if (box === null || !hasWaiting) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        keep((now) => ({ ...now, ...deferInView(now.sections, now.latest, readInView(box)) }));
      }, RESTS_MS);
    };
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      box.removeEventListener('scroll', onScroll);
    };
  }, [box, hasWaiting]);

  const show = useCallback(() => keep((now) => ({ ...now, sections: now.latest, waiting: 0 })), []);
  return { sections: kept.sections, waiting: kept.waiting, show };
}

/** Whether somebody reads or works here: from their first act on, at the latest when the board has long been there. */
function useReading(box: HTMLElement | null): boolean {
  const [isReading, setReading] = useState(false);
  useEffect(() => {
    if (box === null || isReading) return undefined;
    const start = (): void => setReading(true);
    const timer = setTimeout(start, ARRIVES_MS);
    const acts = ['pointerdown', 'keydown', 'wheel', 'focusin'] as const;
    for (const act of acts) box.addEventListener(act, start, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const act of acts) box.removeEventListener(act, start);
    };
  }, [box, isReading]);
  return isReading;
}

function readInView(box: HTMLElement): InView {
  const { top, bottom } = box.getBoundingClientRect();
  const edges = [...box.querySelectorAll<HTMLElement>('[data-card]')].map((entry) => ({
    id: entry.dataset['card'] ?? '',
    edge: entry.getBoundingClientRect(),
  }));
  const there = edges.filter(({ edge }) => edge.height > 0);
  const inView = there.filter(({ edge }) => edge.bottom > top && edge.top < bottom);
  const after = box.querySelector('[data-after-list]')?.getBoundingClientRect();
  return {
    ids: new Set(inView.map(({ id }) => id)),
    above: inView.length > 0 && (there[0]?.edge.top ?? 0) > top,
    below: after !== undefined && after.height > 0 && after.top < bottom,
  };
}
