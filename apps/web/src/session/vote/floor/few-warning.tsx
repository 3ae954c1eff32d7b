import type { OpenRound } from '@coherence/board';
import { t } from '../../../i18n/with-vote.ts';
import { useLive } from '../../../live/live-context.tsx';
import type { Person } from '../../../live/people/person.ts';
import { usePresenceFact } from '../../../live/people/presence.ts';
import { useSession } from '../../../live/document/use-session.ts';
import { Button } from '../../../ui/button.tsx';
import { voteOpenly } from '../run-vote.ts';
import { isAskedOpenly, smallWords } from './few-words.ts';

const votersHere = (people: readonly Person[]): number =>
  new Set(
    people
      .filter(({ role }) => role === 'participant' || role === 'facilitator')
      .map(({ participantId }) => participantId),
  ).size;

/**
 * Said while a vote is open and before anybody gives anything: too few people for a result, or that the vote has started
 * anew for that reason. Nothing where neither is so.
 */
export function FewWarning({ round }: { round: OpenRound }) {
  const live = useLive();
  const leads = live.role === 'facilitator';
  const words = smallWords(round, usePresenceFact(votersHere), leads);
  const session = useSession();
  if (isAskedOpenly(round, session)) return <p className="vote-few">{t('vote.startedOpenly')}</p>;
  return words === '' ? null : (
    <div className="vote-few">
      <output>{words}</output>
      {leads ? <Button onClick={() => void voteOpenly(live)}>{t('vote.openly')}</Button> : null}
    </div>
  );
}
