import { t } from '@coherence/words';
import type { Rehearsal } from './rehearsal-api.ts';

/** How it stands with the pretend participants. Null while the server has not said. */
export function markWords(rehearsal: Rehearsal | null): string {
  if (rehearsal === null) return t('rehearse.board');
  const { people, joined, running } = rehearsal;
  if (!running) return t('rehearse.stopped');
  return joined < people ? t('rehearse.joining', { joined, n: people }) : t('rehearse.mark', { n: people });
}
