import { writing } from '@coherence/words';
import { useMemo, useSyncExternalStore } from 'react';
import { useLive } from '../live-context.tsx';
import type { LiveBoard } from '../open-board.ts';
import { colourOf, readPerson, type Person, type PresenceState } from './person.ts';

/** Cursor positions leave at most this often, in ms. */
const CURSOR_INTERVAL_MS = 60;

type PendingPresence = {
  timer: ReturnType<typeof setTimeout> | null;
  sentAt: number;
  next: Partial<PresenceState>;
};
const pendings = new WeakMap<LiveBoard, PendingPresence>();

/** Says who is here. Called once when a board opens. */
export function announce(board: LiveBoard): void {
  const { participantId, name, unit } = board.me;
  board.client.awareness.setLocalState({
    participantId,
    name,
    unit,
    role: board.role,
    view: null,
    cursor: null,
    pointing: false,
    editing: null,
    at: null,
    follows: null,
  } satisfies PresenceState);
}

/** Changes what others see of this person: view, cursor (map page coordinates), which record they edit, what they look at. */
export function setPresence(
  board: LiveBoard,
  change: Partial<Pick<PresenceState, 'view' | 'cursor' | 'pointing' | 'editing' | 'at' | 'follows'>>,
): void {
  const pending = pendings.get(board) ?? { timer: null, sentAt: -CURSOR_INTERVAL_MS, next: {} };
  pendings.set(board, pending);
  Object.assign(pending.next, change);
  const send = (): void => {
    pending.timer = null;
    pending.sentAt = performance.now();
    const { awareness } = board.client;
    const state = awareness.getLocalState();
    if (state === null) return;
    awareness.setLocalState({ ...state, ...pending.next });
    pending.next = {};
  };
  const wait = pending.sentAt + CURSOR_INTERVAL_MS - performance.now();
  if (wait <= 0 && pending.timer === null) send();
  else pending.timer ??= setTimeout(send, Math.max(0, wait));
}

/** Everybody connected now, oneself first, then by name; a person with two tabs appears twice. */
export function usePeople(): readonly Person[] {
  const { awareness } = useLive().client;
  const store = useMemo(() => peopleStore(awareness), [awareness]);
  return useSyncExternalStore(store.subscribe, store.get);
}

type Plain =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Plain[]
  | { readonly [key: string]: Plain };

/**
 * One fact about everyone who is connected, as plain data; renders again only when the fact changes. `read` must be a stable,
 * pure function.
 */
export function usePresenceFact<T extends Plain>(read: (people: readonly Person[]) => T): T {
  const { awareness } = useLive().client;
  const store = useMemo(() => peopleStore(awareness), [awareness]);
  const fact = useMemo(() => lastingFact<T>(), []);
  return useSyncExternalStore(store.subscribe, () => fact(read(store.get())));
}

/** Gives back the earlier value as long as a later one says the same. */
export function lastingFact<T extends Plain>(): (value: T) => T {
  let last: { readonly value: T; readonly words: string } | null = null;
  return (value) => {
    const words = JSON.stringify(value) ?? '';
    if (last?.words !== words) last = { value, words };
    return last.value;
  };
}

function peopleStore(awareness: LiveBoard['client']['awareness']) {
  let people: readonly Person[] | null = null;
  return {
    subscribe(listener: () => void) {
      const onChange = (): void => {
        people = null;
        listener();
      };
      people = null;
      awareness.on('change', onChange);
      return () => awareness.off('change', onChange);
    },
    get(): readonly Person[] {
      people ??= listPeople(awareness.getStates(), awareness.clientID);
      return people;
    },
  };
}

function listPeople(states: ReadonlyMap<number, unknown>, own: number): readonly Person[] {
  const people: Person[] = [];
  for (const [clientId, state] of states) {
    const person = readPerson(clientId, state, clientId === own);
    if (person !== null) people.push(person);
  }
  return people.sort(
    (a, b) =>
      Number(b.here) - Number(a.here) ||
      writing().compare(a.name ?? '', b.name ?? '') ||
      a.clientId - b.clientId,
  );
}

export { colourOf, type Person };
