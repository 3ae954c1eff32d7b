import type { BoardSnapshot, OpenRound, Phase } from '@coherence/board';
import { t } from '@coherence/words';
import { useState } from 'react';
import { progressLine } from '../../together/counts/progress-words.ts';
import { useLive } from '../../live/live-context.tsx';
import { useProjection } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { closedRoundOf } from '../../together/clock/phase-times.ts';
import type { PhaseProps } from '../phase-kind.ts';
import { useFromTop } from '../use-view.ts';
import { Ballot } from './ballot/ballot.tsx';
import { LateBallot } from './late-ballot.tsx';
import { VoteResult } from './vote-result.tsx';
import { aboutWords } from './ballot/ballot-words.ts';
import { FewWarning } from './floor/few-warning.tsx';
import './ballot/ballot.css';

const roundsOf = (snapshot: BoardSnapshot) => snapshot.voteRounds;

/** A vote as each role sees it: before it opens, the ballot or how many have voted, and the result. */
export function BallotScreen({ phase }: PhaseProps) {
  const session = useSession();
  const rounds = useProjection(roundsOf);
  const { round } = session;
  const closed = closedRoundOf(session, phase.id, rounds);
  useFromTop(`${round?.id} ${closed?.id}`);
  if (round !== null) return <OpenVote key={round.id} round={round} />;
  if (closed === null) return <NotOpen phase={phase} />;
  return (
    <section className="vote-screen vote-screen-result">
      <LateBallot round={closed} />
      <VoteResult roundId={closed.id} />
    </section>
  );
}

function NotOpen({ phase }: { phase: Phase }) {
  return (
    <section className="room-quiet" aria-labelledby="room-title">
      <h2 dir="auto" id="room-title">
        {phase.title}
      </h2>
      {phase.prompt === '' ? null : (
        <p dir="auto" className="room-prompt">
          {phase.prompt}
        </p>
      )}
      <p className="room-quiet-words">{t('vote.notOpen')}</p>
    </section>
  );
}

function OpenVote({ round }: { round: OpenRound }) {
  const { role } = useLive();
  const [votes, setVotes] = useState(role === 'participant');
  const isFacilitator = role === 'facilitator';
  return (
    <section className="vote-screen" aria-labelledby="room-title">
      <h2 dir="auto" id="room-title">
        {round.question === '' ? t('vote.untitled') : round.question}
      </h2>
      {votes ? <Ballot round={round} /> : <Turnout round={round} />}
      {isFacilitator ? (
        <p className="vote-myself">
          <Button onClick={() => setVotes(!votes)}>
            {t(votes ? 'vote.backToTurnout' : 'vote.voteYourself')}
          </Button>
        </p>
      ) : null}
    </section>
  );
}

/** How many have voted, and nothing of what. */
function Turnout({ round }: { round: OpenRound }) {
  return (
    <div className="vote-turnout">
      <output>
        <strong>{progressLine('voted', round.turnout, round.invited)}</strong>
      </output>
      <p>{aboutWords(round)}</p>
      <p>{t('vote.turnoutHint')}</p>
      <FewWarning round={round} />
    </div>
  );
}
