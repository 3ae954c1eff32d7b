import { t } from '@coherence/words';
import { useSession } from '../../live/document/use-session.ts';
import { clockTime } from './clock-time.ts';
import { useServerTime } from './use-server-time.ts';
import './phase-clock.css';

/** How long the phase that is on still has, and quietly how much it is over; nothing where it has no clock. */
export function PhaseClock({ className }: { className?: string }) {
  const endsAt = useSession().phase?.endsAt ?? null;
  return endsAt === null ? null : <RunningClock key="clock" endsAt={endsAt} className={className} />;
}

function RunningClock({ endsAt, className }: { endsAt: number; className: string | undefined }) {
  const now = useServerTime((at) => clockTime(endsAt, at).changesIn);
  const { digits, isOver, isLastMinute } = clockTime(endsAt, now);
  return (
    <div className={['phase-clock', className].filter(Boolean).join(' ')}>
      <span role="timer" className={isOver ? 'phase-clock-over' : undefined}>
        {isOver ? t('console.over', { time: digits }) : digits}
      </span>
      <span className="visually-hidden" aria-live="polite">
        {isLastMinute ? t('console.lastMinute') : ''}
      </span>
    </div>
  );
}
