import type { CloseReason, NackCode, Refusal, SavedState } from '@coherence/protocol';
import { t, type WordKey } from '@coherence/words';
import type { Place } from '../../live/device/keeping.ts';

type SavedWords = {
  readonly tone: 'good' | 'busy' | 'held' | 'wrong';
  readonly words: string;
  readonly title: string;
  /** A sentence over the board, where a person must know or do something; a gap in the wifi is not that. */
  readonly banner: string | null;
};

const HELD = {
  paused: 'shell.pausedBanner',
  'doc-full': 'shell.fullBanner',
  share: 'shell.shareBanner',
  newer: 'shell.newerBanner',
} as const satisfies Partial<Record<NackCode, WordKey>>;

/** What a person is told about their own words; `place`: where those are that are not on the server. */
export function savedWords(state: SavedState, place: Place): SavedWords {
  switch (state.kind) {
    case 'saved':
      return { tone: 'good', words: t('shell.saved'), title: t('shell.savedTitle'), banner: null };
    case 'connecting':
    case 'saving':
      return { tone: 'busy', words: t('shell.saving'), title: t('shell.savingTitle'), banner: null };
    case 'offline': {
      const words =
        state.edits === 0
          ? t('shell.offline', { place })
          : t('shell.offlineEdits', { n: state.edits, place });
      return { tone: 'held', words, title: t('shell.offlineTitle'), banner: null };
    }
    case 'not-saved':
      // Changes that take the server long are fetched again when their sender has paid for them: within a minute.
      if (state.why === 'rate') {
        const title = t('shell.askedToWaitTitle', { place });
        return { tone: 'busy', words: t('shell.askedToWait'), title, banner: null };
      }
      if (state.why in HELD) {
        const title = t(HELD[state.why as keyof typeof HELD], { place });
        return { tone: 'held', words: t('shell.notSaved'), title, banner: title };
      }
      return notSaved(state.edits, place);
    case 'refused':
      return {
        tone: 'wrong',
        words: t('shell.refused'),
        title: t('shell.refusedTitle', { place }),
        banner: refusedBanner(state.refusal, place),
      };
  }
}

function notSaved(edits: number, place: Place): SavedWords {
  const title = edits === 0 ? t('shell.notSavedNothing') : t('shell.notSavedEdits', { n: edits, place });
  return { tone: 'wrong', words: t('shell.notSaved'), title, banner: title };
}

const CLOSED = {
  'no-token': 'shell.closedNotMember',
  'not-allowed': 'shell.closedNotMember',
  'no-such-board': 'shell.closedNoBoard',
  'new-generation': 'shell.closedRenewed',
  'too-many-tabs': 'shell.closedTooManyTabs',
} as const satisfies Partial<Record<CloseReason, WordKey>>;

const isKnown = (reason: CloseReason): reason is keyof typeof CLOSED => reason in CLOSED;

function refusedBanner(refusal: Refusal, place: Place): string {
  if (refusal.by === 'edit' || refusal.reason === null) return t('shell.refusedBanner', { place });
  return isKnown(refusal.reason) ? t(CLOSED[refusal.reason], { place }) : t('shell.refusedBanner', { place });
}
