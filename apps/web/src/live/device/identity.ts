import type { Role } from '@coherence/protocol';
import { asJson, deviceStore, remembered, tabStore, type Remembered } from './remembered.ts';

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
const KEY = asJson<BoardKey | null>(readKey, (key) => key === null);

/**
 * A projector often runs in the facilitator's own browser: a display key lives in the tab alone, so that projecting
 * never demotes the console.
 */
function placesOf(boardId: string): Record<'tab' | 'browser', Remembered<BoardKey | null>> {
  const name = PREFIX + boardId;
  return { tab: remembered(name, KEY, tabStore()), browser: remembered(name, KEY, deviceStore()) };
}

export function rememberBoard(key: BoardKey): void {
  placesOf(key.id)[key.role === 'display' ? 'tab' : 'browser'].set(key);
}

/** The key for a board: the tab's own before the browser's. Null when this browser has not joined. */
export function keyFor(boardId: string): BoardKey | null {
  const { tab, browser } = placesOf(boardId);
  return tab.getSnapshot() ?? browser.getSnapshot();
}

export function forgetBoard(boardId: string): void {
  const { tab, browser } = placesOf(boardId);
  tab.set(null);
  browser.set(null);
}

/** Boards this browser has joined, last opened first. */
export function recallBoards(): readonly BoardKey[] {
  const store = deviceStore();
  return Array.from({ length: store.length }, (_, index) => store.key(index) ?? '')
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => remembered(name, KEY, store).getSnapshot())
    .filter((key) => key !== null)
    .sort((a, b) => b.lastOpened - a.lastOpened);
}

function readKey(parsed: unknown): BoardKey | null {
  const key = parsed as Partial<BoardKey> | null;
  if (typeof key?.id !== 'string' || typeof key.token !== 'string' || key.role === undefined) return null;
  return {
    id: key.id,
    token: key.token,
    role: key.role,
    title: key.title ?? '',
    participantId: key.participantId ?? '',
    name: key.name ?? null,
    unit: key.unit ?? null,
    generation: key.generation ?? 0,
    lastOpened: key.lastOpened ?? 0,
  };
}
