import { COLUMN_LABELS, ROW_LABELS, type Change, type LinkPolarity, type Spot } from '@coherence/board';
import { t } from '@coherence/words';

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
  const row = ROW_LABELS[spot.row];
  if (spot.column === null) return t('versions.spotRow', { row });
  return t('versions.spot', { row, column: COLUMN_LABELS[spot.column] });
}
