import { t } from '@coherence/words';
import { useMeta } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { sumOf, countFinishing } from '../../together/counts/attending.ts';
import type { PhaseProps } from '../phase-kind.ts';
import { Progress } from '../wall-progress.tsx';
import { Words } from '../wall-words.tsx';

const WRITE_LINES = {
  named: 'projector.writeNamed',
  unit: 'projector.writeUnit',
  anonymous: 'projector.writeAnonymous',
} as const;

/** The question of the phase and what was promised for the notes. */
export function WriteWall({ phase }: PhaseProps) {
  const { unitWord: word } = useMeta();
  return <Words words={phase.prompt || phase.title} line={t(WRITE_LINES[phase.identity], { word })} />;
}

/** How many of the people who write have finished. */
export function WriteProgress() {
  const session = useSession();
  return <Progress kind="finished" n={sumOf(session.writing.done)} of={countFinishing(session)} />;
}
