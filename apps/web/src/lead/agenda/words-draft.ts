/** Words being typed over words others may change too. `was`: what stood there when the typing was last saved. */
export type WordsDraft = { readonly words: string; readonly was: string };

/**
 * `none`: what stands there is shown. `theirs`: somebody else has changed what stands there while words here were not
 * saved yet.
 */
type DraftState = 'none' | 'saved' | 'unsaved' | 'theirs';

/** How a draft relates to the words that stand there now; null: nobody types. Saved words yield to newer ones. */
export function draftState(draft: WordsDraft | null, standing: string): DraftState {
  if (draft === null) return 'none';
  if (draft.words === standing) return 'saved';
  if (draft.was === standing) return 'unsaved';
  return draft.words === draft.was ? 'none' : 'theirs';
}
