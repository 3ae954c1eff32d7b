import type { Draft } from '@coherence/board';

/** What they answered to the question `at`; null where not for every note. */
export function saidYes(notes: readonly Draft[], at: number): boolean | null {
  const answers = notes.map(({ answer }) => (answer !== null && answer[0] === at ? answer[1] : null));
  return answers.includes(null) ? null : answers.every((isYes) => isYes === true);
}
