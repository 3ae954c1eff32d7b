import { t } from '@coherence/words';
import { useSession } from '../../live/document/use-session.ts';
import { PhaseClock } from '../../together/clock/phase-clock.tsx';
import { timeOfDay } from '../../together/clock/clock-time.ts';
import type { PhaseProps } from '../phase-kind.ts';
import { Words } from '../wall-words.tsx';

/** When people are back, with the clock below in its own size. */
export function BreakWall({ phase }: PhaseProps) {
  const endsAt = useSession().phase?.endsAt ?? null;
  const line = endsAt === null ? '' : t('projector.backAt', { time: timeOfDay(endsAt) });
  return (
    <>
      <Words words={phase.title} line={line} />
      <PhaseClock className="wall-break-clock" />
    </>
  );
}
