import type { OpenRound } from '@coherence/board';
import { t } from '@coherence/words';
import { useState } from 'react';
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
 * Said while a vote is open and before the first ballot: too few people for a result, or that the vote has started
 * anew for that reason. Once enough have come it says so in the same place, so that nothing below it moves. Nothing where
 * none of it was ever so.
 */
export function FewWarning({ round }: { round: OpenRound }) {
  const live = useLive();
  const leads = live.role === 'facilitator';
  const words = smallWords(round, usePresenceFact(votersHere), leads);
  const [said, setSaid] = useState(words);
  if (words !== '' && words !== said) setSaid(words);
  const session = useSession();
  if (isAskedOpenly(round, session)) return <p className="vote-few">{t('vote.startedOpenly')}</p>;
  if (said === '') return null;
  return (
    <div className={words === '' ? 'vote-few vote-enough' : 'vote-few'}>
      <div className="vote-few-words" data-said={said}>
        <output dir="auto">{words === '' ? t('vote.enoughHere') : words}</output>
      </div>
      {leads ? <Button onClick={() => void voteOpenly(live)}>{t('vote.openly')}</Button> : null}
    </div>
  );
}
