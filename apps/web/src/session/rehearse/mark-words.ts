import type { Meta } from '@coherence/board';
import { t } from '../../i18n/translate.ts';
import type { Rehearsal } from './rehearsal-api.ts';

/** Whether a board may be a rehearsal: the server makes copies like that, and is asked before it is said. */
export function looksLikeRehearsal({ title, about }: Pick<Meta, 'title' | 'about'>): boolean {
  return about.fictional && title.endsWith('(rehearsal)');
}

/** How it stands with the pretend participants. Null while the server has not said. */
export function markWords(rehearsal: Rehearsal | null): string {
  if (rehearsal === null) return t('rehearse.board');
  const { people, joined, running } = rehearsal;
  if (!running) return t('rehearse.stopped');
  return joined < people ? t('rehearse.joining', { joined, n: people }) : t('rehearse.mark', { n: people });
}
