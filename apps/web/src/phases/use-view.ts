import { useLayoutEffect } from 'react';
import type { Person } from '../live/people/person.ts';
import { usePresenceFact } from '../live/people/presence.ts';

const ownView = (people: readonly Person[]): string | null => people.find(({ here }) => here)?.view ?? null;

/** What this person looks at, as others see it: 'grid', 'map', 'outline' or 'room'; null before it is said. */
export function useOwnView(): string | null {
  return usePresenceFact(ownView);
}

/** A screen that takes the place of another begins at its top, however far the one before it was scrolled. */
export function useFromTop(screen: string): void {
  useLayoutEffect(() => {
    document.getElementById('board')?.scrollTo({ top: 0 });
  }, [screen]);
}
