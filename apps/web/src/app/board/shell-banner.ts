import type { SavedState } from '@coherence/sync';
import { t } from '../../i18n/translate.ts';
import type { Role } from '../../live/role.ts';
import { savedWords } from '../header/saved-words.ts';

/** The sentence over the board: what is wrong with saving comes first, then a pause that holds this person's words. */
export function shellBanner(saved: SavedState, paused: boolean, role: Role): string | null {
  const { banner } = savedWords(saved);
  return banner ?? (paused && role === 'participant' ? t('shell.pausedBanner') : null);
}
