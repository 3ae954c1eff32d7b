import { useLayoutEffect } from 'react';

/** A screen that takes the place of another begins at its top, however far the one before it was scrolled. */
export function useFromTop(screen: string): void {
  useLayoutEffect(() => {
    document.getElementById('board')?.scrollTo({ top: 0 });
  }, [screen]);
}
