import { isTeamName, breakoutsNaming, voicesOf, type MapLink } from '@coherence/board';
import { t } from '@coherence/words';

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
