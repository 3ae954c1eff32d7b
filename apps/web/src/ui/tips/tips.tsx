import { useEffect, useState } from 'react';
import { laterPart } from '../load/later-part.ts';
import { watchTips } from './tip-watch.ts';

const WITH_WORDS = '[data-tip]';
/** The words themselves. */
const WORDS = '.tip';
/** Held down for another key, or alone: they do nothing yet. */
const ONLY_HELD = new Set(['Shift', 'Control', 'Alt', 'Meta']);

/** What stands beside elements is fetched when the pointer first rests on one that has words. */
const laterBubble = laterPart(() => import('./tip-bubble.tsx'));

/** Shows the words of `tip` and `hint`, for all elements of the page: a screen has hundreds. */
export function Tips() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const TipBubble = laterBubble.held()?.TipBubble;

  useEffect(() => {
    let wanted: HTMLElement | null = null;
    const watch = watchTips<HTMLElement>(
      (next) => {
        wanted = next;
        if (next === null || laterBubble.held() !== null) setAnchor(next);
        else void laterBubble.fetch().then(() => setAnchor(wanted));
      },
      (ms, then) => {
        const timer = setTimeout(then, ms);
        return () => clearTimeout(timer);
      },
    );
    const onPointerOver = ({ target, pointerType }: PointerEvent): void => {
      if (!(target instanceof Element) || pointerType === 'touch') return;
      if (target.closest(WORDS) === null) watch.pointAt(target.closest<HTMLElement>(WITH_WORDS));
      else watch.pointAtWords();
    };
    const onLeave = ({ relatedTarget }: MouseEvent): void => {
      if (relatedTarget === null) watch.pointAt(null);
    };
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement) || !target.matches(`${WITH_WORDS}:focus-visible`)) return;
      watch.focus(target);
    };
    const onBlur = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && target === wanted) watch.focus(null);
    };
    const onKey = ({ key }: KeyboardEvent): void => {
      if (!ONLY_HELD.has(key)) watch.hush();
    };
    const page = new AbortController();
    const listen = { capture: true, signal: page.signal };
    document.addEventListener('pointerover', onPointerOver, listen);
    document.addEventListener('mouseout', onLeave, listen);
    document.addEventListener('focusin', onFocus, listen);
    document.addEventListener('focusout', onBlur, listen);
    document.addEventListener('pointerdown', watch.hush, listen);
    document.addEventListener('keydown', onKey, listen);
    return () => page.abort();
  }, []);

  if (anchor === null || TipBubble === undefined) return null;
  return <TipBubble anchor={anchor} words={anchor.dataset['tip'] ?? ''} />;
}
