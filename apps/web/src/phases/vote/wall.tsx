import { t } from '@coherence/words';
import { useSession } from '../../live/document/use-session.ts';
import { countFinishing } from '../../together/counts/attending.ts';
import type { PhaseProps } from '../phase-kind.ts';
import { Progress } from '../wall-progress.tsx';
import { Words } from '../wall-words.tsx';

/** The question of an open vote and how many have voted: nothing of what they chose. */
export function BallotWall({ phase }: PhaseProps) {
  const { round } = useSession();
  const question = round?.question || phase.prompt || phase.title;
  const line =
    round === null
      ? t('projector.voteSoon')
      : round.method === 'dots'
        ? t('projector.voteDots', { n: round.budget })
        : round.method === 'rating'
          ? t('projector.voteRate')
          : t('projector.voteRecorded');
  return <Words words={question} line={line} />;
}

/** How many of the people who vote have voted. */
export function VoteProgress() {
  const session = useSession();
  return session.round === null ? null : (
    <Progress kind="voted" n={session.round.turnout} of={countFinishing(session)} />
  );
}
