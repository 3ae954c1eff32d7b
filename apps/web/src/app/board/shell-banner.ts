import type { Session } from '@coherence/board';
import type { SavedState, Role } from '@coherence/protocol';
import { t } from '@coherence/words';
import { savedWords } from '../header/saved-words.ts';

/** What a pause means for this person: their words are held, or they may go on. */
type PauseForMe = 'held' | 'free' | null;

export function pauseForMe({ paused, mayEdit }: Pick<Session, 'paused' | 'mayEdit'>, id: string): PauseForMe {
  if (!paused) return null;
  return mayEdit.includes(id) ? 'free' : 'held';
}

/** The sentence over the board: what is wrong with saving comes first, then a full board, then a pause that holds this person's words. */
export function shellBanner(
  saved: SavedState,
  { pause, full = 0 }: { readonly pause: PauseForMe; readonly full?: number },
  role: Role,
): string | null {
  const { banner } = savedWords(saved);
  if (banner !== null || role !== 'participant') return banner;
  if (full >= 100) return t('shell.fullBanner');
  if (pause === null) return null;
  return t(pause === 'held' ? 'shell.pausedBanner' : 'shell.pausedForRest');
}
