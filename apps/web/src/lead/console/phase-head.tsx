import { currentPhase, type Phase, type Session } from '@coherence/board';
import { t } from '@coherence/words';
import { Button } from '../../ui/button.tsx';
import { PhaseClock } from '../../together/clock/phase-clock.tsx';
import { useServerTime } from '../../together/clock/use-server-time.ts';
import { AfterEnd } from './after-end.tsx';
import { FewPrimary } from './few-primary.tsx';
import { ClockButtons } from './clock-menu.tsx';
import { nextAct, type NextAct, type RoomNow } from './next-act.ts';
import { hasEnded, minutesBehind, unusedMinutes } from '../../together/clock/phase-times.ts';
import { actWords, behindWords, stateLine } from './state-line.ts';
import type { ConsoleActs } from './use-console.ts';
import { hint } from '../../ui/tips/tip.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';

type HeadProps = { room: RoomNow; acts: ConsoleActs };

/** Where the room is, its clock, and the one thing to do next. */
export function PhaseHead({ room, acts }: HeadProps) {
  const { session } = room;
  const phase = currentPhase(session);
  const next = nextAct(room);
  if (phase === null && hasEnded(session)) return <AfterEnd session={session} acts={acts} />;
  if (phase === null) return <BeforeStart room={room} acts={acts} next={next} />;
  const at = session.agenda.indexOf(phase);
  const before = session.agenda[at - 1];
  return (
    <section className="console-now" aria-label={t('room.thePhase')}>
      <p className="console-step">
        <span>{t('console.step', { n: at + 1, all: session.agenda.length })}</span>
        <Behind room={room} />
      </p>
      <h2 dir="auto">{phase.title}</h2>
      <p className="console-state">{stateLine(room)}</p>
      <div className="console-clock">
        {session.phase?.endsAt === null ? (
          <p className="console-quiet">{t('console.noClock')}</p>
        ) : (
          <PhaseClock />
        )}
      </div>
      {next === null ? null : <Primary act={next} acts={acts} />}
      <div className="console-row">
        <BackMenu session={session} before={before} acts={acts} />
        <ClockButtons send={acts.send} />
      </div>
    </section>
  );
}

/** The button that says what it will do. */
export function Primary({ act, acts }: { act: NextAct; acts: ConsoleActs }) {
  if (act.kind === 'few') return <FewPrimary act={act} acts={acts} />;
  return (
    <Button
      variant="primary"
      className="console-primary"
      aria-disabled={acts.busy}
      {...hint(act.kind === 'end' ? t('console.endHint') : undefined)}
      onClick={() => void acts.act(act)}
    >
      {actWords(act)}
    </Button>
  );
}

function BeforeStart({ room: { session }, acts, next }: HeadProps & { next: NextAct | null }) {
  const minutes = session.agenda.reduce((sum, one) => sum + one.minutes, 0);
  return (
    <section className="console-now" aria-label={t('room.thePhase')}>
      <h2>{t('console.notStarted')}</h2>
      <p className="console-state">{t('console.notStartedHint', { n: session.agenda.length, minutes })}</p>
      {next === null ? null : <Primary act={next} acts={acts} />}
    </section>
  );
}

const MINUTE_MS = 60_000;

function Behind({ room: { session } }: { room: RoomNow }) {
  const now = useServerTime(() => MINUTE_MS / 4);
  return <span>{behindWords(minutesBehind(session, now))}</span>;
}

type BackMenuProps = { session: Session; before: Phase | undefined; acts: ConsoleActs };

/** Back to the phase before, and what its clock will do there: start again, or go on with what was left. */
function BackMenu({ session, before, acts }: BackMenuProps) {
  const left = before === undefined ? null : unusedMinutes(session, before);
  const to = (label: string, minutes?: number): MenuItem => ({
    label,
    disabled: before === undefined || acts.busy,
    onSelect: () => {
      if (before !== undefined) void acts.goTo(before, minutes);
    },
  });
  const items =
    before === undefined
      ? [to(t('console.isFirst'))]
      : [
          { heading: t('console.backTo', { title: before.title }) },
          ...(left === null ? [] : [to(t('console.clockGoesOn', { n: left }), left)]),
          to(before.minutes === 0 ? t('console.clockNone') : t('console.clockAgain', { n: before.minutes })),
        ];
  return (
    <Menu
      label={t('console.back')}
      name={before === undefined ? undefined : t('console.backTo', { title: before.title })}
      items={items}
    />
  );
}
