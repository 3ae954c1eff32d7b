import type { Draft } from '@coherence/board';

/** A note in one's own list: there, or taken out a moment ago and still to be brought back. */
type ShownNote = { readonly draft: Draft; readonly isRemoved: boolean };

/** One's own notes of a phase in writing order; what was just taken out keeps its place, so that nothing jumps. */
export function shownNotes(
  drafts: readonly Draft[],
  removed: readonly Draft[],
  phase: string,
): readonly ShownNote[] {
  const there = new Set(drafts.map(({ id }) => id));
  return [
    ...drafts.filter((draft) => draft.phase === phase).map((draft) => ({ draft, isRemoved: false })),
    ...removed.filter(({ id }) => !there.has(id)).map((draft) => ({ draft, isRemoved: true })),
  ].toSorted((a, b) => a.draft.at - b.draft.at || (a.draft.id < b.draft.id ? -1 : 1));
}
