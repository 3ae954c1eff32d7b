import type { Phase } from '@coherence/board';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { t } from '../../i18n/with-write.ts';
import { useLive } from '../../live/live-context.tsx';
import { useProjection } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { promiseKey } from './promise.ts';

/** What is shown with one's notes, and behind a fold what is stored of them. */
export function PromiseLine({ phase }: { phase: Phase }) {
  const { me } = useLive();
  const { attending } = useSession();
  const unit = useProjection(unitMarks).get(me.unit ?? '')?.name ?? null;
  const isAlone = me.unit !== null && (attending[me.unit] ?? 0) === 1;
  const key = promiseKey({ identity: phase.identity, unit, name: me.name, isAlone });
  return (
    <div className="write-promise">
      <p>
        {key === 'write.promiseUnit' || key === 'write.promiseAlone' || key === 'write.promiseNamed'
          ? t(key, { unit: unit ?? '' })
          : t(key)}
      </p>
      <details>
        <summary>{t('write.stored')}</summary>
        <p>{t('write.storedHow')}</p>
      </details>
    </div>
  );
}
