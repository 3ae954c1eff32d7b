import type { TeamOf } from '@coherence/board';
import { t } from '@coherence/words';
import { useLive } from '../../live/live-context.tsx';
import { usePeople } from '../../live/people/presence.ts';
import { NAMES_AT_ONCE, teamNames, teamWords } from './team-names.ts';

/** With whom one works: a few by name at once, a whole room when one asks. */
export function TeamPeople({ mine }: { mine: TeamOf }) {
  const { me } = useLive();
  const people = usePeople();
  const names = teamNames(mine, me.participantId, people);
  if (names.length <= NAMES_AT_ONCE) return <span>{teamWords(mine, me.participantId, people)}</span>;
  return (
    <details className="team-people">
      <summary>{t('room.withMany', { n: names.length })}</summary>
      <p>{names.join(', ')}</p>
    </details>
  );
}
