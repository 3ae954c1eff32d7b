import { useEffect, useReducer, useState } from 'react';
import { laterPart } from '../load/later-part.ts';
import { watchTips, type TipWatch } from './tip-watch.ts';

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
  const [watch] = useState(() => watchPage(setAnchor));
  const [, redraw] = useReducer((times: number) => times + 1, 0);

  useEffect(() => listenTo(watch), [watch]);
  useEffect(() => {
    if (anchor === null) return undefined;
    // Words change, and what they stand beside is taken away, by others.
    const changes = new MutationObserver(() => (wordsOf(anchor) === undefined ? watch.hush() : redraw()));
    changes.observe(document, { subtree: true, childList: true, attributeFilter: ['data-tip'] });
    return () => changes.disconnect();
  }, [anchor, watch]);

  const words = anchor === null ? undefined : wordsOf(anchor);
  const bubble = laterBubble.held();
  if (anchor === null || words === undefined || bubble === null) return null;
  return <bubble.TipBubble anchor={anchor} words={words} />;
}

function wordsOf(anchor: HTMLElement): string | undefined {
  return anchor.isConnected ? anchor.dataset['tip'] : undefined;
}

function watchPage(show: (anchor: HTMLElement | null) => void): TipWatch<HTMLElement> {
  let wanted: HTMLElement | null = null;
  return watchTips<HTMLElement>(
    (next) => {
      wanted = next;
      if (next === null || laterBubble.held() !== null) show(next);
      else void laterBubble.fetch().then(() => show(wanted));
    },
    (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
  );
}

function listenTo(watch: TipWatch<HTMLElement>): () => void {
  const onPointerOver = ({ target, pointerType }: PointerEvent): void => {
    if (!(target instanceof Element) || pointerType === 'touch') return;
    if (target.closest(WORDS) === null) watch.pointAt(target.closest<HTMLElement>(WITH_WORDS));
    else watch.pointAtWords();
  };
  const onLeave = ({ relatedTarget }: MouseEvent): void => {
    if (relatedTarget === null) watch.pointAt(null);
  };
  const onFocus = ({ target }: FocusEvent): void => {
    const isShown = target instanceof HTMLElement && target.matches(`${WITH_WORDS}:focus-visible`);
    watch.focus(isShown ? target : null);
  };
  const onBlur = (): void => watch.focus(null);
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
}
