import { closedRounds, hasBallots, voteResult, type NamedRound } from '@coherence/board';
import { t } from '@coherence/words';
import { navigate } from '../../../frame/navigation.tsx';
import { notify } from '../../../frame/notices.ts';
import { paths } from '../../../frame/routes.ts';
import { sendCommand } from '../../../frame/use-command.ts';
import { useLive } from '../../../live/live-context.tsx';
import type { LiveBoard } from '../../../live/open-board.ts';
import { useSnapshot } from '../../../live/document/use-projection.ts';
import { useSession } from '../../../live/document/use-session.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import { roundName } from '../result/result-words.ts';
import { topOnMap, topWaiting, useTopCount } from '../top-on-map.ts';
import { useOwnView } from '../../use-view.ts';
import { openVote, putTopOnMap } from '../run-vote.ts';
import { againBody } from '../vote-setup.ts';

/** What follows from the result of this phase: to the map, to the projector, and less often another round. */
export function ClosedRound({ id }: { id: string }) {
  const live = useLive();
  const snapshot = useSnapshot();
  const view = useOwnView();
  const earlier = useRoundItems(id);
  const now = closedRounds(snapshot).find((one) => one.id === id);
  if (now === undefined) return null;
  const look = { label: t('vote.look'), onSelect: () => navigate(paths.board(live.id, 'room')) };
  const again = {
    label: t('vote.again'),
    hint: t('vote.againHint'),
    onSelect: () => void openVote(live, againBody(snapshot, now.round)),
  };
  const reopen = {
    label: t('vote.reopen'),
    hint: t('vote.reopenHint'),
    onSelect: () => void openVote(live, { type: 'vote-reopen', round: id }),
  };
  return (
    <div className="vote-now">
      <PutOnMap named={now} />
      <div className="vote-control-row">
        <Button onClick={() => void project(live, id)}>{t('vote.project')}</Button>
        <Menu
          label={t('vote.resultMore')}
          name={t('vote.resultMoreName')}
          align="end"
          items={[
            ...(view === 'room' ? [] : [look]),
            again,
            ...(hasBallots(now.round) ? [reopen] : []),
            ...earlier,
          ]}
        />
      </div>
    </div>
  );
}

/** Results of earlier votes, to show again; nothing where there are none. */
export function EarlierRounds() {
  const items = useRoundItems(null);
  return items.length === 0 ? null : (
    <Menu label={t('vote.closedRounds', { n: items.length - 1 })} align="end" items={items} />
  );
}

/** The closed votes but one, the latest first, under what choosing one does. */
function useRoundItems(but: string | null): readonly MenuItem[] {
  const live = useLive();
  const rounds = closedRounds(useSnapshot()).filter(({ id }) => id !== but);
  if (rounds.length === 0) return [];
  return [
    { heading: t('vote.project') },
    ...rounds
      .toReversed()
      .map((one) => ({ label: roundName(one), onSelect: () => void project(live, one.id) })),
  ];
}

async function project(live: LiveBoard, round: string): Promise<void> {
  const body = { type: 'show', what: 'result', target: round } as const;
  const answer = await sendCommand(live, body, (why) => t('vote.projectFailed', { why }));
  if (answer.ok) notify(t('vote.projected'));
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
  if (result === null || result.method !== 'dots' || result.withheld !== null) return null;
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
      <output dir="auto" className="field-hint vote-put-words">
        {words}
      </output>
    </div>
  );
}
