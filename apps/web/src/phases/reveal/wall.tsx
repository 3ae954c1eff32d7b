import { t } from '@coherence/words';
import { useSession } from '../../live/document/use-session.ts';
import { sumOf } from '../../together/counts/attending.ts';
import type { PhaseProps } from '../phase-kind.ts';
import { Words } from '../wall-words.tsx';

/** How many notes wait for the reveal. */
export function WaitingWall({ phase }: PhaseProps) {
  const { writing } = useSession();
  return (
    <Words words={t('projector.waiting', { n: sumOf(writing.drafts) })} line={phase.prompt || undefined} />
  );
}
