import { t } from '@coherence/words';
import { useMeta } from '../live/document/use-projection.ts';

/** A quiet page while the facilitator works elsewhere. */
export function HoldWall() {
  const { title } = useMeta();
  return (
    <div className="wall-hold">
      <h1>{title}</h1>
      <p>{t('projector.oneMoment')}</p>
    </div>
  );
}
