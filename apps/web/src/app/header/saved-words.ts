import type { SavedState } from '@coherence/sync';
import { t } from '../../i18n/translate.ts';

export type SavedWords = {
  readonly tone: 'good' | 'busy' | 'held' | 'wrong';
  readonly words: string;
  readonly title: string;
  /** A sentence across the board, where a person must know or do something. */
  readonly banner: string | null;
};

/** What a person is told about their own words. */
export function savedWords(state: SavedState): SavedWords {
  switch (state.kind) {
    case 'saved':
      return { tone: 'good', words: t('shell.saved'), title: t('shell.savedTitle'), banner: null };
    case 'connecting':
    case 'saving':
      return { tone: 'busy', words: t('shell.saving'), title: t('shell.savingTitle'), banner: null };
    case 'offline': {
      const words = state.edits === 0 ? t('shell.offline') : t('shell.offlineEdits', { n: state.edits });
      return { tone: 'held', words, title: t('shell.offlineTitle'), banner: t('shell.offlineBanner') };
    }
    case 'not-saved':
      return {
        tone: 'wrong',
        words: t('shell.notSaved'),
        title: t('shell.notSavedTitle'),
        banner: t('shell.notSavedBanner'),
      };
    case 'refused':
      return {
        tone: 'wrong',
        words: t('shell.refused'),
        title: t('shell.refusedTitle'),
        banner: t('shell.refusedBanner'),
      };
  }
}
