/** Words being typed over words others may change too. `was`: what stood there when the typing was last saved. */
export type WordsDraft = { readonly words: string; readonly was: string };

/** `theirs`: somebody else has changed what stands there, and not to the same. */
export type DraftState = 'none' | 'saved' | 'unsaved' | 'theirs';

/** How a draft relates to the words that stand there now; null: nobody types. */
export function draftState(draft: WordsDraft | null, standing: string): DraftState {
  if (draft === null) return 'none';
  if (draft.words === standing) return 'saved';
  return draft.was === standing ? 'unsaved' : 'theirs';
}
