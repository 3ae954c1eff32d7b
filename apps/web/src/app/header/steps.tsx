import { phaseFacts, type Phase } from '@coherence/board';
import { t } from '@coherence/words';
import { Link } from '../../frame/navigation.tsx';
import { notify } from '../../frame/notices.ts';
import { paths, type View } from '../../frame/routes.ts';
import { useLive } from '../../live/live-context.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { stepsFor, type Step } from './step-list.ts';
import { hint } from '../../ui/tips/tip.ts';

type StepsProps = {
  view: View;
  /** The room is led: for participants the steps say how far it is and lead nowhere. */
  led: boolean;
  phase: Phase | null;
};

/** The four steps of the theory of action; the last two say plainly that they come later. */
export function Steps({ view, led, phase }: StepsProps) {
  const { id } = useLive();
  const at = phase === null ? null : phaseFacts(phase.kind).step;
  const steps = stepsFor(view, useNarrow(), at);
  if (led) return <Progress steps={steps.map((step) => ({ ...step, current: step.number === at }))} />;
  return (
    <nav className="steps-row" aria-label={t('shell.steps')}>
      <ol className={view === 'map' || view === 'outline' ? 'steps steps-understand' : 'steps'}>
        {steps.map((step) => (
          <li key={step.number}>
            {step.view === null ? (
              <button
                type="button"
                className="step step-later"
                aria-disabled
                {...hint(t('shell.later'))}
                onClick={() => notify(t('shell.laterNote', { step: t(step.words) }))}
              >
                <span className="step-number">{step.number}</span>
                <span className="step-words">{t(step.words)}</span>
              </button>
            ) : (
              <Link
                className="step"
                href={paths.board(id, step.view)}
                aria-current={step.current ? 'page' : undefined}
              >
                <span className="step-number">{step.number}</span>
                <span className="step-words">{t(step.words)}</span>
              </Link>
            )}
          </li>
        ))}
      </ol>
      {view === 'grid' || view === 'room' ? null : (
        <ul className="view-switch" aria-label={t('shell.mapOrOutline')}>
          {(['map', 'outline'] as const).map((other) => (
            <li key={other}>
              <Link href={paths.board(id, other)} aria-current={view === other ? 'page' : undefined}>
                {t(`shell.view_${other}`)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}

function Progress({ steps }: { steps: readonly Step[] }) {
  return (
    <div className="steps-row">
      <ol className="steps steps-progress" aria-label={t('shell.steps')}>
        {steps.map((step) => (
          <li key={step.number}>
            <span className="step" aria-current={step.current ? 'step' : undefined}>
              <span className="step-number">{step.number}</span>
              <span className="step-words">{t(step.words)}</span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
