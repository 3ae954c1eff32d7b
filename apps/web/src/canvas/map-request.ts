/** What the canvas asks of the screen around it. */
export type MapRequest =
  | { readonly ask: 'group'; readonly ids: readonly string[] }
  | { readonly ask: 'remove' }
  | { readonly ask: 'pasted'; readonly left: number };
