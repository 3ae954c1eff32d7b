import { useMemo } from 'react';
import { usePeople } from '../../live/presence.ts';

/** Ids of the cards that a facilitator points at right now. The same set as long as nothing changed. */
export function usePointed(): ReadonlySet<string> {
  const key = usePeople()
    .filter(({ role, pointing, at }) => role === 'facilitator' && pointing && at !== null)
    .map(({ at }) => at ?? '')
    .join(' ');
  return useMemo(() => new Set(key.split(' ').filter(Boolean)), [key]);
}
