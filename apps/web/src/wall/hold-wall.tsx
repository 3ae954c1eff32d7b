import type { BoardSnapshot } from '@coherence/board';
import { t } from '@coherence/words';
import { useProjection } from '../live/document/use-projection.ts';

const metaOf = (snapshot: BoardSnapshot) => snapshot.meta;

/** A quiet page while the facilitator works elsewhere. */
export function HoldWall() {
  const { title } = useProjection(metaOf);
  return (
    <div className="wall-hold">
      <h1>{title}</h1>
      <p>{t('projector.oneMoment')}</p>
    </div>
  );
}
