import type { Draft, Session } from '@coherence/board';

/** Own notes about which somebody is asked: without a name, of that phase, and written by themselves. */
export function notesAskedAbout(drafts: readonly Draft[], asked: Session['asked']): readonly Draft[] {
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

/** What they answered to the question `at`; null where not for every note. */
export function saidYes(notes: readonly Draft[], at: number): boolean | null {
  const answers = notes.map(({ answer }) => (answer !== null && answer[0] === at ? answer[1] : null));
  return answers.includes(null) ? null : answers.every((isYes) => isYes === true);
}
