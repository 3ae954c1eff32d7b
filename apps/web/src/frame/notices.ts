import { settableValue, type ObservableValue } from '@coherence/protocol/observable-value';

export type Notice = { readonly id: number; readonly tone: 'told' | 'wrong'; readonly words: string };

const SHOWN_MAX = 3;
/** Long enough to read twice; a complaint stays until it is closed. */
const TOLD_MS = 6000;

const shown = settableValue<readonly Notice[]>([]);
let last = 0;

/** What stands in the corner now, the newest last. */
export const notices: ObservableValue<readonly Notice[]> = shown;

/** Tells the person something in a corner. The same words are not stacked. */
export function notify(words: string, tone: Notice['tone'] = 'told'): void {
  last += 1;
  const id = last;
  const others = shown.getSnapshot().filter((notice) => notice.words !== words);
  shown.set([...others, { id, tone, words }].slice(-SHOWN_MAX));
  if (tone === 'told') setTimeout(() => dismissNotice(id), TOLD_MS);
}

export function dismissNotice(id: number): void {
  shown.set(shown.getSnapshot().filter((notice) => notice.id !== id));
}
