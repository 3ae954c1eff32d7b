import type { BoardSnapshot } from '@coherence/board';
import { t } from '@coherence/words';
import { useProjection } from '../../live/document/use-projection.ts';
import type { PhaseProps } from '../phase-kind.ts';
import { Words } from '../wall-words.tsx';

const countsOf = (snapshot: BoardSnapshot) => ({
  factors: snapshot.factors.length,
  influences: snapshot.influences.length,
  rounds: snapshot.voteRounds.length,
  strategies: snapshot.strategies.length,
});

/** What the room has made. */
export function CloseWall({ phase }: PhaseProps) {
  const { factors, influences, rounds, strategies } = useProjection(countsOf);
  const made = [
    t('projector.madeFactors', { n: factors }),
    influences > 0 ? t('projector.madeLinks', { n: influences }) : '',
    rounds > 0 ? t('projector.madeRounds', { n: rounds }) : '',
    strategies > 0 ? t('projector.madeStrategies', { n: strategies }) : '',
  ];
  return (
    <div className="wall-words">
      <Words words={phase.prompt || phase.title} line={t('projector.made')} />
      <ul className="wall-made">
        {made.filter(Boolean).map((words) => (
          <li dir="auto" key={words}>
            {words}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the phase asks. */
export function PromptWall({ phase }: PhaseProps) {
  return <Words words={phase.prompt || phase.title} line={phase.prompt === '' ? '' : phase.title} />;
}
