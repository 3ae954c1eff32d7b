import { isTeamName, breakoutsNaming, voicesOf, type MapLink, type Polarity } from '@coherence/board';
import { t } from '@coherence/words';

type Signs = Pick<MapLink, 'polarity' | 'records'>;

/**
 * A link read aloud. Both names are quoted as they are written and never inflected; a full stop at their end is the
 * sentence's to make.
 */
export function linkSentence(link: Signs, from: string, to: string): string {
  const names = { from: withoutStop(from), to: withoutStop(to) };
  switch (link.polarity) {
    case '+':
      return t('outline.more', names);
    case '-':
      return t('outline.less', names);
    case '?':
      return t('outline.unsure', names);
    case 'mixed': {
      const count = (sign: Polarity) => voicesOf(link.records, sign);
      return t('outline.mixed', { ...names, plus: count('+'), minus: count('-') });
    }
  }
}

const withoutStop = (name: string): string => name.replace(/\.\s*$/, '');

/** What else is known of a link, in a few words. */
export function linkMarks({ delay, strength, records }: Omit<MapLink, 'id'>): readonly string[] {
  return [
    delay ? t('outline.takesTime') : '',
    strength === 3 ? t('outline.strong') : strength === 1 ? t('outline.weak') : '',
    namedBy(records),
  ].filter((mark) => mark !== '');
}

/** By how many rooms, where rooms agree or disagree on it; else by how many units, rooms and people. */
function namedBy(records: MapLink['records']): string {
  const rooms = breakoutsNaming(records);
  if (rooms.length > 1) {
    const areTeams = rooms.every(({ name }) => isTeamName(name));
    return t(areTeams ? 'outline.namedByTeams' : 'outline.namedByRooms', { n: rooms.length });
  }
  const n = voicesOf(records);
  return n > 1 ? t('outline.namedBy', { n }) : '';
}
