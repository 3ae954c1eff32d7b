import { phaseFacts, teamOf, type Phase, type TeamOf } from '@coherence/board';
import { t } from '@coherence/words';
import { notify } from '../../frame/notices.ts';
import { sayFailure } from '../../live/failure.ts';
import { passTurn } from '../../live/server/api.ts';
import { useLive } from '../../live/live-context.tsx';
import { usePeople } from '../../live/people/presence.ts';
import { useSession } from '../../live/document/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { isTeamwork, personName, roomWords, NAMES_AT_ONCE, teamNames, teamWords } from './team-names.ts';
import { useJoinTeam } from './use-join-team.ts';
import '../room.css';
import './team.css';

/** What a turn is for: the next link, or the line that is written for all. */
const TURNS = {
  link: { own: 'room.yourTurn', of: 'room.turnOf' },
  write: { own: 'room.youWrite', of: 'room.writes' },
} as const;

/** The room or team one works in during a phase, with whom, and whose turn it is; nothing where there are no teams. */
export function TeamLine({ phase }: { phase: Phase }) {
  const { deal } = useSession();
  const { me } = useLive();
  const dealt = deal?.phase === phase.id ? deal : null;
  useJoinTeam(dealt);
  const mine = teamOf(dealt, me.participantId);
  if (mine !== null) return <Team mine={mine} kind={phase.kind} />;
  // Where the names will be, so that nothing moves when they come.
  return isTeamwork(phase.mode) ? <p className="team-line">{t(`room.in_${phase.mode}`)}</p> : null;
}

function Team({ mine, kind }: { mine: TeamOf; kind: Phase['kind'] }) {
  const { id, me } = useLive();
  const people = usePeople();
  const { work } = phaseFacts(kind);
  const turns = work === 'link' || work === 'write' ? TURNS[work] : null;
  const isMine = mine.turn === me.participantId;
  const pass = async () => {
    const answer = await passTurn(id, me.token);
    if (!answer.ok) notify(t('room.passFailed', { why: sayFailure(answer.error) }), 'wrong');
  };
  return (
    <div className="team-line">
      <strong>{roomWords(mine.team)}</strong>
      <TeamPeople mine={mine} />
      {turns !== null && mine.turn !== null ? (
        <>
          <strong aria-live="polite">
            {isMine ? t(turns.own) : t(turns.of, { name: personName(people, mine.turn) })}
          </strong>
          {isMine && mine.team.people.length > 1 ? (
            <Button onClick={() => void pass()}>{t('room.passOn')}</Button>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

/** With whom one works: a few by name at once, a whole room when one asks. */
function TeamPeople({ mine }: { mine: TeamOf }) {
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
