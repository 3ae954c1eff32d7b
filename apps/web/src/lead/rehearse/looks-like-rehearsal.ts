import type { Meta } from '@coherence/board';

/** Whether a board may be a rehearsal: the server makes copies like that, and is asked before it is said. */
export function looksLikeRehearsal({ title, about }: Pick<Meta, 'title' | 'about'>): boolean {
  return about.fictional && title.endsWith('(rehearsal)');
}
