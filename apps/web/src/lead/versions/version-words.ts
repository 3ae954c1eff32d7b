import { t, writing } from '@coherence/words';
import type { Version } from './versions-api.ts';

/** What a version is called: by somebody, or by what came after it. */
export function versionName({ kind, name }: Version): string {
  switch (kind) {
    case 'named':
      return name;
    case 'phase':
      return name === '' ? t('versions.beforeNone') : t('versions.beforePhase', { name });
    case 'reveal':
      return t('versions.beforeReveal', { name });
    case 'vote':
      return t('versions.beforeVote', { name });
    case 'restore':
      return t('versions.beforeRestore', { name });
  }
}

/** When, and by whom where they have a name. */
export function versionTime({ at, by }: Version): string {
  const time = writing().time(at, { dateStyle: 'medium', timeStyle: 'short' });
  return by === '' ? time : t('versions.by', { time, name: by });
}

/** A name for a file that every system takes: some of the board's title, then of the version's. */
export function versionFileName(title: string, version: Version): string {
  const words = [...wordsIn(title).slice(0, 6), ...wordsIn(versionName(version)).slice(0, 8)];
  return `${words.join('-') || 'board'}.json`;
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
