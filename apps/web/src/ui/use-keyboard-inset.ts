import { useSyncExternalStore } from 'react';

/** Pixels of this page that the on-screen keyboard covers; 0 where the page itself gets smaller. */
export function useKeyboardInset(): number {
  return useSyncExternalStore(subscribe, keyboardInset);
}

function subscribe(listener: () => void): () => void {
  visualViewport?.addEventListener('resize', listener);
  visualViewport?.addEventListener('scroll', listener);
  return () => {
    visualViewport?.removeEventListener('resize', listener);
    visualViewport?.removeEventListener('scroll', listener);
  };
}

function keyboardInset(): number {
  if (visualViewport === null || visualViewport.scale > 1.01) return 0;
  const covered = window.innerHeight - visualViewport.height - visualViewport.offsetTop;
  return covered < 80 ? 0 : Math.round(covered);
}
