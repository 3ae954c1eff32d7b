import type { MapLink } from '@coherence/board';
import { t } from '../../i18n/with-map.ts';

/** A link as a sentence that quotes both ends and inflects neither. */
export function linkFacts(
  { polarity, delay }: Pick<MapLink, 'polarity' | 'delay'>,
  from: string,
  to: string,
): string {
  const ends = { from: from.trim() || t('map.noWords'), to: to.trim() || t('map.noWords') };
  const sentence = {
    '+': () => t('map.sentence_more', ends),
    '-': () => t('map.sentence_less', ends),
    '?': () => t('map.sentence_unsure', ends),
    mixed: () => t('map.sentence_mixed', ends),
  }[polarity]();
  return delay ? `${sentence} ${t('map.sentenceDelay')}` : sentence;
}
