import type { MapLink } from '@coherence/board';
import { t } from '../../i18n/with-map.ts';

/** A link as a sentence that quotes both ends and inflects neither; a full stop at their end is the sentence's to make. */
export function linkFacts(
  { polarity, delay }: Pick<MapLink, 'polarity' | 'delay'>,
  from: string,
  to: string,
): string {
  const ends = { from: quoted(from), to: quoted(to) };
  const sentence = {
    '+': () => t('map.sentence_more', ends),
    '-': () => t('map.sentence_less', ends),
    '?': () => t('map.sentence_unsure', ends),
    mixed: () => t('map.sentence_mixed', ends),
  }[polarity]();
  return delay ? `${sentence} ${t('map.sentenceDelay')}` : sentence;
}

const quoted = (words: string): string => words.trim().replace(/\.$/, '') || t('map.noWords');
