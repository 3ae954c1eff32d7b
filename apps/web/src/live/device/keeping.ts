import { settableValue, type ObservableValue } from '@coherence/protocol/observable-value';

/**
 * What this browser has kept so far of what it was given. `small`: keys of boards, choices, drafts and what was not taken
 * (`localStorage`). `documents`: copies of documents with what was not sent (IndexedDB). False from the first refusal on:
 * then it lasts as long as the page.
 */
export type Keeping = { readonly small: boolean; readonly documents: boolean };

const keeping = settableValue<Keeping>(
  { small: true, documents: true },
  (before, after) => before.small === after.small && before.documents === after.documents,
);

export const deviceKeeping: ObservableValue<Keeping> = keeping;

/** This browser did not keep something that it was given; `isRefused` false takes that back, as tests do. */
export function noteRefused(what: keyof Keeping, isRefused = true): void {
  keeping.set({ ...keeping.getSnapshot(), [what]: !isRefused });
}

/** Where words are kept, as the terms `keptHere` of the catalogs want it. */
export type Place = 'device' | 'phone' | 'tab';

/**
 * Where words are that are not on the server. Documents come back after a reload only with the key to their board, which
 * is small. `onPhone`: what the device is called.
 */
export function keptWhere(
  what: keyof Keeping = 'documents',
  onPhone = false,
  { small, documents } = keeping.getSnapshot(),
): Place {
  if (!small || (what === 'documents' && !documents)) return 'tab';
  return onPhone ? 'phone' : 'device';
}
