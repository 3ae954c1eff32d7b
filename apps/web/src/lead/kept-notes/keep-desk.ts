import { NOTE_KINDS, type NoteKind } from '@coherence/board';

/** Words on their way into the minutes: not kept yet, on this device only. */
export type Waiting = { readonly kind: NoteKind; readonly text: string; readonly about: readonly string[] };

export type DeskState = {
  readonly waiting: Waiting;
  readonly open: boolean;
  readonly list: boolean;
};

export type KeepDesk = {
  get(): DeskState;
  subscribe(listener: () => void): () => void;
  /** Opens the field. Words that wait keep their place and what they are about; the kind is the one asked for. */
  open(kind: NoteKind, about: readonly string[]): void;
  change(part: Partial<Waiting>): void;
  /** Closes the field; the words stay. */
  putAside(): void;
  /** Closes the field; the words are in the minutes now. */
  kept(): void;
  showList(shown: boolean): void;
};

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const NOTHING: Waiting = { kind: 'decision', text: '', about: [] };

/** The field of one board and the words in it, which survive a reload. */
export function openKeepDesk(boardId: string, store: Store | null): KeepDesk {
  const key = `keep/${boardId}`;
  const listeners = new Set<() => void>();
  let state: DeskState = {
    waiting: read(attempt(() => store?.getItem(key)) ?? null),
    open: false,
    list: false,
  };

  const set = (change: Partial<DeskState>): void => {
    state = { ...state, ...change };
    if (change.waiting !== undefined) {
      const { text } = change.waiting;
      attempt(() =>
        text.trim() === '' ? store?.removeItem(key) : store?.setItem(key, JSON.stringify(change.waiting)),
      );
    }
    for (const listener of listeners) listener();
  };

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    open(kind, about) {
      const { waiting } = state;
      const isNew = waiting.text.trim() === '';
      set({ open: true, waiting: isNew ? { kind, text: '', about } : { ...waiting, kind } });
    },
    change: (part) => set({ waiting: { ...state.waiting, ...part } }),
    putAside: () => set({ open: false }),
    kept: () => set({ open: false, waiting: NOTHING }),
    showList: (list) => set({ list }),
  };
}

const desks = new Map<string, KeepDesk>();

/** The desk of a board in this tab. */
export function keepDeskOf(boardId: string): KeepDesk {
  const known = desks.get(boardId) ?? openKeepDesk(boardId, attempt(() => localStorage) ?? null);
  desks.set(boardId, known);
  return known;
}

function read(stored: string | null): Waiting {
  const found = attempt((): unknown => JSON.parse(stored ?? 'null')) ?? null;
  if (typeof found !== 'object' || found === null) return NOTHING;
  const { kind, text, about } = found as { kind?: unknown; text?: unknown; about?: unknown };
  return {
    kind: NOTE_KINDS.find((known) => known === kind) ?? NOTHING.kind,
    text: typeof text === 'string' ? text : '',
    about: Array.isArray(about) ? about.filter((id) => typeof id === 'string') : [],
  };
}

/** Private windows forbid the store; then the words survive in memory only. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
