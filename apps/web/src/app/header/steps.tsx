import { t } from '../../i18n/translate.ts';
import { Link } from '../navigation.tsx';
import { notify } from '../notices.ts';
import { paths, type View } from '../routes.ts';
import { useLive } from '../../live/live-context.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { stepsFor } from './step-list.ts';

/** The four steps of the theory of action; the last two say plainly that they come later. */
export function Steps({ view }: { view: View }) {
  const { id } = useLive();
  const steps = stepsFor(view, useNarrow());
  return (
    <nav className="steps-row" aria-label={t('shell.steps')}>
      <ol className={view === 'grid' ? 'steps' : 'steps steps-understand'}>
        {steps.map((step) => (
          <li key={step.number}>
            {step.view === null ? (
              <button
                type="button"
                className="step step-later"
                aria-disabled
                title={t('shell.later')}
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
      {view === 'grid' ? null : (
        <ul className="view-switch" aria-label={t('shell.mapOrOutline')}>
          {(['map', 'outline'] as const).map((other) => (
            <li key={other}>
              <Link href={paths.board(id, other)} aria-current={view === other ? 'page' : undefined}>
                {t(`shell.${other}`)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
