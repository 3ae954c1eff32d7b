import type { BoardSnapshot, Phase } from '@coherence/board';
import { t } from '../../i18n/with-projector.ts';
import { useProjection } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { timeOfDay } from '../clock/time-of-day.ts';
import { sumOf } from '../console/sum-of.ts';
import { sizeOf } from './wall-state.ts';

const metaOf = (snapshot: BoardSnapshot) => snapshot.meta;
const countsOf = (snapshot: BoardSnapshot) => ({
  factors: snapshot.factors.length,
  influences: snapshot.influences.length,
  rounds: snapshot.voteRounds.length,
  strategies: snapshot.strategies.length,
});

/** One sentence as large as the wall allows, and one line about it. */
export function Words({ words, line = '' }: { words: string; line?: string }) {
  return (
    <div className="wall-words">
      <h2 className={`wall-${sizeOf(words)}`}>{words}</h2>
      {line === '' ? null : <p className="wall-line">{line}</p>}
    </div>
  );
}

/** What the phase asks. */
export function PromptWall({ phase }: { phase: Phase }) {
  return <Words words={phase.prompt || phase.title} line={phase.prompt === '' ? '' : phase.title} />;
}

const WRITE_LINES = {
  named: 'projector.writeNamed',
  unit: 'projector.writeUnit',
  anonymous: 'projector.writeAnonymous',
} as const;

export function WriteWall({ phase }: { phase: Phase }) {
  const { unitWord: word } = useProjection(metaOf);
  return <Words words={phase.prompt || phase.title} line={t(WRITE_LINES[phase.identity], { word })} />;
}

export function WaitingWall({ phase }: { phase: Phase | null }) {
  const { writing } = useSession();
  return (
    <Words words={t('projector.waiting', { n: sumOf(writing.drafts) })} line={phase?.prompt || undefined} />
  );
}

/** The question of an open vote and how many have voted: nothing of what they chose. */
export function BallotWall({ phase }: { phase: Phase }) {
  const { round } = useSession();
  const question = round?.question || phase.prompt || phase.title;
  const line =
    round === null
      ? t('projector.voteSoon')
      : round.method === 'dots'
        ? t('projector.voteDots', { n: round.budget })
        : round.method === 'rating'
          ? t('projector.voteRate')
          : t('projector.voteRecorded');
  return <Words words={question} line={line} />;
}

export function BreakWall({ phase }: { phase: Phase }) {
  const endsAt = useSession().phase?.endsAt ?? null;
  const line = endsAt === null ? '' : t('projector.backAt', { time: timeOfDay(endsAt) });
  return <Words words={phase.title} line={line} />;
}

export function CloseWall({ phase }: { phase: Phase }) {
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
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}

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
