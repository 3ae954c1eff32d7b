/** What puts words beside an element while the pointer rests on it or the keyboard is on it; `Tips` shows them. */
interface Tip {
  readonly 'data-tip': string | undefined;
}

/** Of words that the name of the element says as well. */
export function tip(words: string | undefined): Tip {
  return { 'data-tip': words };
}

/** Of words that its name does not say: a screen reader reads them after it. */
export function hint(words: string | undefined): Tip & { readonly 'aria-description': string | undefined } {
  return { 'data-tip': words, 'aria-description': words };
}
