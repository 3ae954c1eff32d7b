export type Notice = { readonly id: number; readonly tone: 'told' | 'wrong'; readonly words: string };

const SHOWN_MAX = 3;
/** Long enough to read twice; a complaint stays until it is closed. */
const TOLD_MS = 6000;

let notices: readonly Notice[] = [];
let last = 0;
const listeners = new Set<() => void>();

/** Tells the person something in a corner. The same words are not stacked. */
export function notify(words: string, tone: Notice['tone'] = 'told'): void {
  last += 1;
  const id = last;
  const others = notices.filter((notice) => notice.words !== words);
  setNotices([...others, { id, tone, words }].slice(-SHOWN_MAX));
  if (tone === 'told') setTimeout(() => dismissNotice(id), TOLD_MS);
}

export function dismissNotice(id: number): void {
  setNotices(notices.filter((notice) => notice.id !== id));
}

export function subscribeNotices(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentNotices(): readonly Notice[] {
  return notices;
}

function setNotices(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}
