import { useMemo, useSyncExternalStore } from 'react';
import { useLive } from '../live/live-context.tsx';
import { readPerson, type Person } from '../live/people/person.ts';

const NOBODY: ReadonlyMap<string, Typist> = new Map();

export type Typist = Pick<Person, 'name' | 'colour'>;

/**
 * Who else is typing in which record. Unlike the list of people it stays the same object while cursors move, so that
 * a view of sixty cards rests. The projector shows the board, not who is at it.
 */
export function useTypists(): ReadonlyMap<string, Typist> {
  const { client, role } = useLive();
  const { awareness } = client;
  const store = useMemo(() => typistStore(awareness), [awareness]);
  const typists = useSyncExternalStore(store.subscribe, store.get);
  return role === 'display' ? NOBODY : typists;
}

type Awareness = ReturnType<typeof useLive>['client']['awareness'];

function typistStore(awareness: Awareness) {
  let known: ReadonlyMap<string, Typist> = new Map();
  let signature = '';
  return {
    subscribe(listener: () => void) {
      awareness.on('change', listener);
      return () => awareness.off('change', listener);
    },
    get(): ReadonlyMap<string, Typist> {
      const now = typistsIn(awareness.getStates(), awareness.clientID);
      const signatureNow = JSON.stringify([...now]);
      if (signatureNow !== signature) {
        known = now;
        signature = signatureNow;
      }
      return known;
    },
  };
}

/** The first other person in each record, by client id, so that every screen names the same one. */
export function typistsIn(states: ReadonlyMap<number, unknown>, own: number): Map<string, Typist> {
  const typists = new Map<string, Typist>();
  for (const clientId of [...states.keys()].sort((a, b) => a - b)) {
    const person = clientId === own ? null : readPerson(clientId, states.get(clientId), false);
    const editing = person?.editing ?? null;
    if (person === null || editing === null || typists.has(editing)) continue;
    typists.set(editing, { name: person.name, colour: person.colour });
  }
  return typists;
}
