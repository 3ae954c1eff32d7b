import { t, type WordKey } from '@coherence/words';
import type { NotSentWhy } from '../../live/not-sent/not-sent.ts';

const KEYS = {
  role: 'notSent.role',
  size: 'notSent.size',
  rate: 'notSent.schema',
  schema: 'notSent.schema',
  malformed: 'notSent.schema',
  'client-id': 'notSent.schema',
  'doc-full': 'notSent.full',
  paused: 'notSent.schema',
  newer: 'notSent.schema',
  share: 'notSent.share',
  renewed: 'notSent.renewed',
  removed: 'notSent.removed',
} as const satisfies Record<NotSentWhy, WordKey>;

/** Why it was not taken, for the person whose it is, and what they can do. */
export function whyWords(why: NotSentWhy, canEdit: boolean): string {
  if (why === 'role' && !canEdit) return t('notSent.looking');
  return t(KEYS[why] ?? 'notSent.schema');
}

const NAME_LENGTH = 40;

/** The beginning of a text, to name a button by. */
export function shortName(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.length <= NAME_LENGTH ? line : `${line.slice(0, NAME_LENGTH - 1).trimEnd()}…`;
}
