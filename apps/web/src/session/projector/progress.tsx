import { t } from '../../i18n/with-projector.ts';

type ProgressProps = { n: number; of: number; kind: 'finished' | 'voted' };

/** "9 of 12 have finished", with a bar that says the same. */
export function Progress({ n, of, kind }: ProgressProps) {
  const all = Math.max(of, n);
  if (all === 0) return null;
  const [before, after] = kind === 'finished' ? FINISHED : VOTED;
  return (
    <div className="wall-progress">
      <p>
        <strong>{t(before, { done: n, all })}</strong> {t(after, { n: all })}
      </p>
      <div className="wall-bar" aria-hidden>
        <span style={{ width: `${(n / all) * 100}%` }} />
      </div>
    </div>
  );
}

const FINISHED = ['projector.nOf', 'projector.haveFinished'] as const;
const VOTED = ['projector.nOf', 'projector.haveVoted'] as const;
