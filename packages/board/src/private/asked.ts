import type { Draft } from './draft.ts';

/** Own notes about which a person is asked: without a name, of that phase, and written by themselves. */
export function notesAskedAbout(
  drafts: readonly Draft[],
  asked: { readonly phase: string } | null,
): readonly Draft[] {
  if (asked === null) return [];
  return drafts.filter(
    (draft) =>
      draft.phase === asked.phase &&
      draft.for === null &&
      draft.show === null &&
      draft.text.trim() !== '' &&
      (draft.promise?.identity ?? 'anonymous') === 'anonymous',
  );
}
