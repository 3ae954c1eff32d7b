import { phaseFacts, type Phase } from '@coherence/board';
import { t } from '@coherence/words';
import { navigate } from '../../frame/navigation.tsx';
import { paths } from '../../frame/routes.ts';
import { useLive } from '../../live/live-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useOwnView } from '../use-view.ts';
import { useWalkActs, useWalkNow } from './use-walk.ts';
import './walk.css';

/** The walk in the console: where it is, back and on, for a facilitator who looks at something else than the walk. */
export function WalkControl({ phase }: { phase: Phase }) {
  const view = useOwnView();
  return phaseFacts(phase.kind).work === 'reveal' || view === 'room' ? null : <Steps />;
}

function Steps() {
  const live = useLive();
  const now = useWalkNow();
  const acts = useWalkActs(now);
  const { note, notes, at, likely, isGone } = now;
  if (notes.length === 0) return <p className="console-quiet">{t('walk.controlNone')}</p>;
  return (
    <section className="walk-control" aria-label={t('walk.controlTitle')}>
      <p className="walk-control-at">
        <strong>
          {at === null ? t('walk.title') : t('walk.position', { at: at + 1, all: notes.length })}
        </strong>
        {likely.length === 0 ? null : (
          <span className="walk-quiet">{t('walk.controlLikely', { n: likely.length })}</span>
        )}
      </p>
      <p dir="auto" className="walk-control-text">
        {note === null ? (isGone ? t('walk.gone') : null) : note.text}
      </p>
      <div className="console-row">
        <Button aria-disabled={!acts.canGo(-1)} onClick={() => acts.go(-1)}>
          {t('walk.previousNote')}
        </Button>
        <Button aria-disabled={!acts.canGo(1)} onClick={() => acts.go(1)}>
          {at === null && !isGone ? t('walk.begin') : t('walk.nextNote')}
        </Button>
      </div>
      <Button variant="quiet" onClick={() => navigate(paths.board(live.id, 'room'))}>
        {t('walk.open')}
      </Button>
    </section>
  );
}
