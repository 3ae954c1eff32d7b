import type { Session } from '@coherence/board';
import type { SavedState, Role } from '@coherence/protocol';
import { t } from '@coherence/words';
import { savedWords } from '../header/saved-words.ts';
import { keptWhere, type Keeping } from '../../live/device/keeping.ts';

/** What a pause means for this person: their words are held, or they may go on. */
type PauseForMe = 'held' | 'free' | null;

export function pauseForMe({ paused, mayEdit }: Pick<Session, 'paused' | 'mayEdit'>, id: string): PauseForMe {
  if (!paused) return null;
  return mayEdit.includes(id) ? 'free' : 'held';
}

/**
 * The sentence over the board: what is wrong with saving comes first, then a full board, then a pause that holds this
 * person's words, then what this browser does not keep.
 */
export function shellBanner(
  saved: SavedState,
  { pause, full = 0, keeping = ALL }: ShellFacts,
  role: Role,
): string | null {
  const { banner } = savedWords(saved, keptWhere('documents', false, keeping));
  if (banner !== null) return banner;
  const unkept = keeping.small
    ? keeping.documents || role === 'observer'
      ? null
      : t('shell.keepsNoWords')
    : t('shell.keepsNothing');
  if (role !== 'participant') return unkept;
  if (full >= 100) return t('shell.fullBanner', { place: keptWhere('documents', false, keeping) });
  if (pause === null) return unkept;
  return t(pause === 'held' ? 'shell.pausedBanner' : 'shell.pausedForRest');
}

const ALL: Keeping = { small: true, documents: true };

type ShellFacts = { readonly pause: PauseForMe; readonly full?: number; readonly keeping?: Keeping };
