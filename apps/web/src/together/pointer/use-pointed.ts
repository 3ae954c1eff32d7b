import { useMemo } from 'react';
import type { Person } from '../../live/people/person.ts';
import { usePresenceFact } from '../../live/people/presence.ts';

const pointedOf = (people: readonly Person[]): string =>
  people
    .filter(
      ({ role, view, pointing, at }) => role === 'facilitator' && view === 'grid' && pointing && at !== null,
    )
    .map(({ at }) => at)
    .join(' ');

/** Ids of the cards of the grid that a facilitator points at right now. */
export function usePointed(): ReadonlySet<string> {
  const key = usePresenceFact(pointedOf);
  return useMemo(() => new Set(key.split(' ').filter(Boolean)), [key]);
}
