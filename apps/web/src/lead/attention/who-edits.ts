import type { Session } from '@coherence/board';

export const WHO_EDITS = ['everyone', 'nobody', 'chosen'] as const;
export type WhoEdits = (typeof WHO_EDITS)[number];

/** Who of the participants may edit now. */
export function whoEdits({ paused, mayEdit }: Pick<Session, 'paused' | 'mayEdit'>): WhoEdits {
  if (!paused) return 'everyone';
  return mayEdit.length === 0 ? 'nobody' : 'chosen';
}
