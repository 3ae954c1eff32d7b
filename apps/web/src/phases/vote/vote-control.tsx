import type { BoardSnapshot, OpenRound, Phase } from '@coherence/board';
import { t } from '@coherence/words';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../frame/lazy.ts';
import { progressLine } from '../../together/counts/progress-words.ts';
import { useLive } from '../../live/live-context.tsx';
import { useProjection, useSnapshot } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { closedRoundOf } from '../../together/clock/phase-times.ts';
import { ClosedRound, EarlierRounds } from './control/closed-rounds.tsx';
import { callOff } from './run-vote.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useSetup } from './vote-setup.ts';
import { SetupForm } from './control/setup-form.tsx';
import { setupWords } from './control/setup-words.ts';
import './control/control.css';

const ProxyDialog = lazyPart(() => import('./control/proxy-dialog.tsx'), 'ProxyDialog', ['progress', 'vote']);

const roundsOf = (snapshot: BoardSnapshot) => snapshot.voteRounds;

/** What a facilitator steers in a vote: its setup, then how many have voted, then what follows from the result; all in one height. */
export function VoteControl({ phase }: { phase: Phase }) {
  const session = useSession();
  const rounds = useProjection(roundsOf);
  const { round } = session;
  const closed = closedRoundOf(session, phase.id, rounds);
  return (
    <section className="vote-control" aria-label={t('vote.setUp')}>
      {round !== null ? (
        <OpenControl round={round} />
      ) : closed !== null ? (
        <ClosedRound id={closed.id} />
      ) : (
        <SetupLine phase={phase} />
      )}
    </section>
  );
}

function OpenControl({ round }: { round: OpenRound }) {
  const live = useLive();
  const [asked, setAsked] = useState(false);
  const [voting, setVoting] = useState(false);
  return (
    <div className="vote-now">
      <progress
        className="vote-progress"
        value={round.turnout}
        max={Math.max(round.invited, 1)}
        aria-label={progressLine('voted', round.turnout, round.invited)}
      />
      <Button onClick={() => setVoting(true)}>{t('vote.proxy')}</Button>
      {asked ? (
        <div className="vote-sure">
          <p>{t('vote.callOffSure')}</p>
          <p className="vote-control-row">
            <Button onClick={() => void callOff(live)}>{t('vote.callOffNow')}</Button>
            <Button variant="quiet" onClick={() => setAsked(false)}>
              {t('vote.keepOpen')}
            </Button>
          </p>
        </div>
      ) : (
        <Button variant="quiet" onClick={() => setAsked(true)}>
          {t('vote.callOff')}
        </Button>
      )}
      {round.over === 0 ? null : <p className="field-hint">{t('vote.overHint', { n: round.over })}</p>}
      {voting ? (
        <Suspense fallback={null}>
          <ProxyDialog round={round} onClose={() => setVoting(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** How the vote will go, in words; the one primary button of the console opens it so. The form is a button away. */
function SetupLine({ phase }: { phase: Phase }) {
  const live = useLive();
  const snapshot = useSnapshot();
  const [setup] = useSetup(live.id, phase);
  const [changing, setChanging] = useState(false);
  return (
    <div className="vote-now">
      <p className="vote-summary">{setupWords(snapshot, setup, phase)}</p>
      <div className="vote-control-row">
        <Button aria-haspopup="dialog" onClick={() => setChanging(true)}>
          {t('vote.change')}
        </Button>
        <EarlierRounds />
      </div>
      <Dialog
        open={changing}
        title={t('vote.setUp')}
        closeLabel={t('vote.done')}
        onClose={() => setChanging(false)}
      >
        <SetupForm phase={phase} />
      </Dialog>
    </div>
  );
}
