import { useEffect, useRef } from 'react';
import { backStack } from './back-stack.ts';

/** On the state of a history entry: how many marks lie under it, itself among them. */
type Marked = { readonly mark?: unknown };

const stack = backStack({
  depth: marksHere,
  push: () => history.pushState({ mark: marksHere() + 1 }, ''),
  go: (by) => history.go(by),
  later: (run) => setTimeout(run),
});
addEventListener('popstate', ({ isTrusted }) => {
  // Our own navigation says so too, and closes nothing.
  if (isTrusted) stack.moved();
});
/** Where a page is loaded again on a mark, nothing is open over it any more. */
if (marksHere() > 0) stack.moved();

/** The marks of open layers at the entry that is shown; a page that is gone to from one takes its place. */
export function marksHere(): number {
  const mark = (history.state as Marked | null)?.mark;
  return typeof mark === 'number' ? mark : 0;
}

/** Devices whose back is a key or a stroke of the hand that people close things with. */
const TOUCH = '(pointer: coarse)';

/** While it is open, the back of a touch device closes this and leaves the page where it is. */
export function useBackCloses(onClose: () => void, isOpen = true): void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (!isOpen || !matchMedia(TOUCH).matches) return undefined;
    return stack.open(() => close.current());
  }, [isOpen]);
}
