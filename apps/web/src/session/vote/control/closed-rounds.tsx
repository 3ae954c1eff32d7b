import { closedRounds, hasBallots, voteResult, type NamedRound } from '@coherence/board';
import { navigate } from '../../../frame/navigation.tsx';
import { notify } from '../../../frame/notices.ts';
import { paths } from '../../../frame/routes.ts';
import { t } from '../../../i18n/with-vote.ts';
import { command } from '../../../live/server/api.ts';
import { useLive } from '../../../live/live-context.tsx';
import { useSnapshot } from '../../../live/document/use-projection.ts';
import { useSession } from '../../../live/document/use-session.ts';
import { Button } from '../../../ui/button.tsx';
import { roundName } from '../result/result-words.ts';
import { topWaiting } from '../top-waiting.ts';
import { useOwnView } from '../../room/use-own-view.ts';
import { openVote, putTopOnMap, topOnMap } from '../run-vote.ts';
import { useTopCount } from './top-count.ts';
import { againBody } from './vote-setup.ts';

/** Results to show and to go on from; `latest`: the one of this phase, whose next steps are offered. */
export function ClosedRounds({ latest }: { latest: string | null }) {
  const live = useLive();
  const snapshot = useSnapshot();
  const view = useOwnView();
  const rounds = closedRounds(snapshot);
  const now = rounds.find(({ id }) => id === latest);
  const earlier = rounds.filter(({ id }) => id !== latest).toReversed();

  const project = async (id: string) => {
    const show = { type: 'show', what: 'result', target: id };
    const answer = await command(live.id, live.me.token, show);
    if (answer.ok) notify(t('vote.projected'));
    else notify(t('vote.projectFailed', { why: answer.error.message }), 'wrong');
  };
  return (
    <>
      {now === undefined ? null : (
        <div className="vote-next">
          <PutOnMap named={now} />
          <div className="vote-control-row">
            {view === 'room' ? null : (
              <Button onClick={() => navigate(paths.board(live.id, 'room'))}>{t('vote.look')}</Button>
            )}
            <Button onClick={() => void project(now.id)}>{t('vote.project')}</Button>
            <Button
              title={t('vote.againHint')}
              onClick={() => void openVote(live, againBody(snapshot, now.round))}
            >
              {t('vote.again')}
            </Button>
            {hasBallots(now.round) ? (
              <Button
                title={t('vote.reopenHint')}
                onClick={() => void openVote(live, { type: 'vote-reopen', round: now.id })}
              >
                {t('vote.reopen')}
              </Button>
            ) : null}
          </div>
        </div>
      )}
      {earlier.length === 0 ? null : (
        <div className="vote-earlier">
          <h3>{t('vote.closedRounds')}</h3>
          <ul>
            {earlier.map((one) => (
              <li key={one.id}>
                <span>{roundName(one)}</span>
                <Button
                  variant="quiet"
                  aria-label={`${t('vote.project')}: ${roundName(one)}`}
                  onClick={() => void project(one.id)}
                >
                  {t('vote.project')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/**
 * Puts the first of a ranking on the map; where the last rank is shared it says how many that makes. While the one
 * primary button of the console offers the same, only how many is asked here.
 */
function PutOnMap({ named }: { named: NamedRound }) {
  const live = useLive();
  const snapshot = useSnapshot();
  const [count, setCount] = useTopCount(live.id);
  const isOffered = topWaiting(useSession(), snapshot, count) !== null;
  const result = voteResult(snapshot, named.id);
  if (result === null || result.method !== 'dots') return null;
  const { ids, tie, records } = topOnMap(snapshot, result, count);
  const words =
    tie !== null
      ? t('vote.putTied', { n: ids.length, ...tie })
      : ids.length < count
        ? t('vote.putFewer', { n: ids.length })
        : '';
  return (
    <div>
      <div className="vote-put-line">
        {isOffered ? <span aria-hidden>{t('vote.topCount')}</span> : null}
        <input
          className="input"
          type="number"
          aria-label={t('vote.topCount')}
          min={1}
          max={200}
          value={count}
          onChange={({ target }) => {
            const next = Math.round(target.valueAsNumber);
            if (next >= 1 && next <= 200) setCount(next);
          }}
        />
        {isOffered ? null : (
          <Button disabled={records.length === 0} onClick={() => putTopOnMap(live, result, count)}>
            {t('vote.putOnMap', { n: ids.length })}
          </Button>
        )}
      </div>
      <output className="field-hint vote-put-words">{words}</output>
    </div>
  );
}
