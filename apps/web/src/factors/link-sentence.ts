import { voicesOf, type BoardMap, type MapLink } from '@coherence/board';
import { t } from '@coherence/words';

type LinkFacts = Pick<MapLink, 'polarity'> & Partial<Pick<MapLink, 'records'>>;

/**
 * A link as a sentence. Both ends are quoted as they are written and never inflected; a full stop at their end is the
 * sentence's to make. Where its sources disagree on the sign and are known, they are counted, never averaged.
 */
export function linkSentence({ polarity, records = [] }: LinkFacts, from: string, to: string): string {
  const ends = { from: quoted(from), to: quoted(to) };
  switch (polarity) {
    case '+':
      return t('map.sentence_more', ends);
    case '-':
      return t('map.sentence_less', ends);
    case '?':
      return t('map.sentence_unsure', ends);
    case 'mixed':
      return records.length === 0
        ? t('map.sentence_mixed', ends)
        : t('map.sentence_counted', { ...ends, plus: voicesOf(records, '+'), minus: voicesOf(records, '-') });
  }
}

/** `linkSentence`, and that it takes time, where nothing beside the sentence says so. */
export function linkSentenceWithDelay(
  link: LinkFacts & Pick<MapLink, 'delay'>,
  from: string,
  to: string,
): string {
  const sentence = linkSentence(link, from, to);
  return link.delay ? `${sentence} ${t('map.sentenceDelay')}` : sentence;
}

/** `linkSentenceWithDelay` of a link on a map, with the words its two cards show there. */
export function mapLinkSentence({ nodes }: Pick<BoardMap, 'nodes'>, link: MapLink): string {
  const label = (end: string): string => nodes.find(({ id }) => id === end)?.label ?? '';
  return linkSentenceWithDelay(link, label(link.from), label(link.to));
}

const quoted = (words: string): string => words.trim().replace(/\.$/, '') || t('map.noWords');
