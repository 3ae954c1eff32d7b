import type { BoardMap, MapLink } from '@coherence/board';
import { t } from '@coherence/words';

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

/** `linkFacts` of a link on a map, with the words its two cards show there. */
export function linkSentence({ nodes }: Pick<BoardMap, 'nodes'>, link: MapLink): string {
  const label = (end: string): string => nodes.find(({ id }) => id === end)?.label ?? '';
  return linkFacts(link, label(link.from), label(link.to));
}

const quoted = (words: string): string => words.trim().replace(/\.$/, '') || t('map.noWords');
