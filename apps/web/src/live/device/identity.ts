import type { Role } from '@coherence/protocol';

/** What this browser keeps of a board it has joined. The token is this person's key: it never enters a URL. */
export type BoardKey = {
  readonly id: string;
  readonly title: string;
  readonly token: string;
  readonly role: Role;
  readonly participantId: string;
  readonly name: string | null;
  readonly unit: string | null;
  /** Document generation the offline copy belongs to. */
  readonly generation: number;
  /** Milliseconds since 1970. */
  readonly lastOpened: number;
};

const PREFIX = 'coherence.board.';

/**
 * A projector often runs in the facilitator's own browser: a display key lives in the tab alone, so that projecting
 * never demotes the console.
 */
function storeFor(role: Role): Storage {
  return role === 'display' ? sessionStorage : localStorage;
}

export function rememberBoard(key: BoardKey): void {
  storeFor(key.role).setItem(PREFIX + key.id, JSON.stringify(key));
}

/** The key for a board: the tab's own before the browser's. Null when this browser has not joined. */
export function keyFor(boardId: string): BoardKey | null {
  return read(sessionStorage, PREFIX + boardId) ?? read(localStorage, PREFIX + boardId);
}

export function forgetBoard(boardId: string): void {
  sessionStorage.removeItem(PREFIX + boardId);
  localStorage.removeItem(PREFIX + boardId);
}

/** Boards this browser has joined, last opened first. */
export function recallBoards(): readonly BoardKey[] {
  const names = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
  return names
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => read(localStorage, name))
    .filter((key) => key !== null)
    .sort((a, b) => b.lastOpened - a.lastOpened);
}

function read(store: Storage, name: string): BoardKey | null {
  try {
    const value = JSON.parse(store.getItem(name) ?? 'null') as Partial<BoardKey> | null;
    if (typeof value?.id !== 'string' || typeof value.token !== 'string' || value.role === undefined)
      return null;
    return {
      id: value.id,
      token: value.token,
      role: value.role,
      title: value.title ?? '',
      participantId: value.participantId ?? '',
      name: value.name ?? null,
      unit: value.unit ?? null,
      generation: value.generation ?? 0,
      lastOpened: value.lastOpened ?? 0,
    };
  } catch {
    return null;
  }
}
