import { type Change, type LinkPolarity, type Spot } from '@coherence/board';
import { t, writing } from '@coherence/words';
import type { Version } from './versions-api.ts';

/** A change as one sentence. */
export function changeWords(change: Change): string {
  switch (change.what) {
    case 'title':
    case 'question':
      return t(`versions.change_${change.what}`, { before: change.before, after: change.after });
    case 'added':
    case 'removed':
    case 'changed':
      return t(`versions.change_${change.what}`, {
        list: t(`versions.list_${change.list}`),
        text: change.text,
      });
    case 'reworded': {
      const { before, after } = change;
      return t('versions.change_reworded', { list: t(`versions.list_${change.list}`), before, after });
    }
    case 'moved':
      return t('versions.change_moved', {
        text: change.text,
        from: spotWords(change.from),
        to: spotWords(change.to),
      });
    case 'mapped':
    case 'unmapped':
      return t(`versions.change_${change.what}`, { text: change.text });
    case 'grouped': {
      const { text, group } = change;
      return group === null
        ? t('versions.change_ungrouped', { text })
        : t('versions.change_grouped', { text, group });
    }
    case 'merged':
    case 'split':
      return t(`versions.change_${change.what}`, { text: change.text, other: change.other });
    case 'linked':
    case 'unlinked':
      return t(`versions.change_${change.what}`, { link: linkWords(change, change.polarity) });
    case 'polarity':
      return t('versions.change_sign', {
        before: linkWords(change, change.before),
        after: linkWords(change, change.after),
      });
    case 'voted':
      return t('versions.change_voted', { text: change.text });
  }
}

const LINK_OF = { '+': 'plus', '-': 'minus', '?': 'unsure', mixed: 'mixed' } as const satisfies Record<
  LinkPolarity,
  string
>;

function linkWords(
  { from, to }: { readonly from: string; readonly to: string },
  polarity: LinkPolarity,
): string {
  return t(`versions.link_${LINK_OF[polarity]}`, { from, to });
}

function spotWords(spot: Spot): string {
  if (spot === null || spot.row === null) return t('versions.unplaced');
  const row = t(`framework.row_${spot.row}`);
  if (spot.column === null) return t('versions.spotRow', { row });
  return t('versions.spot', { row, column: t(`framework.column_${spot.column}`) });
}

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
