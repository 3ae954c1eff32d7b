import { teamOf, type Phase } from '@coherence/board';
import { t } from '../../i18n/translate.ts';
import { passTurn } from '../../live/api.ts';
import { useLive } from '../../live/live-context.tsx';
import { usePeople } from '../../live/presence.ts';
import { useSession } from '../../live/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../frame/notices.ts';
import { isTeamwork, nameOf, teamWords } from './team-names.ts';
import './room.css';

/** Above a view in which the room works: what to do there, with whom, and whose turn it is. */
export function PhaseBar({ phase }: { phase: Phase }) {
  const { deal } = useSession();
  const { me } = useLive();
  const mine = deal?.phase === phase.id ? teamOf(deal, me.participantId) : null;
  return (
    <section className="phase-bar" aria-label={t('room.thePhase')}>
      <h2>{phase.title}</h2>
      <p className="phase-bar-prompt">{phase.prompt}</p>
      {mine !== null ? (
        <Team mine={mine} hasTurns={phase.kind === 'link'} />
      ) : isTeamwork(phase.mode) ? (
        // Where the names will be, so that nothing moves when they come.
        <p className="phase-bar-team">{t(`room.in_${phase.mode}`)}</p>
      ) : null}
    </section>
  );
}

type TeamProps = { mine: NonNullable<ReturnType<typeof teamOf>>; hasTurns: boolean };

function Team({ mine, hasTurns }: TeamProps) {
  const { id, me } = useLive();
  const people = usePeople();
  const isMine = mine.turn === me.participantId;
  const pass = async () => {
    const answer = await passTurn(id, me.token);
    if (!answer.ok) notify(t('room.passFailed', { why: answer.error.message }), 'wrong');
  };
  return (
    <p className="phase-bar-team">
      <span>{teamWords(mine, me.participantId, people)}</span>
      {hasTurns && mine.turn !== null ? (
        <>
          <strong aria-live="polite">
            {isMine ? t('room.yourTurn') : t('room.turnOf', { name: nameOf(people, mine.turn) })}
          </strong>
          {isMine ? <Button onClick={() => void pass()}>{t('room.passOn')}</Button> : null}
        </>
      ) : null}
    </p>
  );
}
