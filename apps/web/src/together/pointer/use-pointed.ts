import { useMemo } from 'react';
import type { Person } from '../../live/people/person.ts';
import { usePresenceFact } from '../../live/people/presence.ts';

const pointedOf = (people: readonly Person[]): readonly string[] =>
  people.flatMap(({ role, view, pointing, at }) =>
    role === 'facilitator' && view === 'grid' && pointing && at?.record !== undefined ? [at.record] : [],
  );

/** Ids of the cards of the grid that a facilitator points at right now. */
export function usePointed(): ReadonlySet<string> {
  const ids = usePresenceFact(pointedOf);
  return useMemo(() => new Set(ids), [ids]);
}
