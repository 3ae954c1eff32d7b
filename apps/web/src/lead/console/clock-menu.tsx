import { t } from '@coherence/words';
import { useRef, useState, type SubmitEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { ConsoleActs } from './use-console.ts';

const MINUTES_MAX = 600;
const OFFERED = [3, 5, 10] as const;

/** +1 minute, and in a menu what is wanted less often: less, more, other minutes, no clock. */
export function ClockButtons({ send }: Pick<ConsoleActs, 'send'>) {
  const [asking, setAsking] = useState(false);
  const timer = (body: { minutes: number } | { addMinutes: number }) => void send({ type: 'timer', ...body });
  return (
    <>
      <Button onClick={() => timer({ addMinutes: 1 })}>{t('console.plusMinute')}</Button>
      <Menu
        label={t('console.clock')}
        align="end"
        items={[
          { label: t('console.minusMinute'), onSelect: () => timer({ addMinutes: -1 }) },
          { label: t('console.plusFive'), onSelect: () => timer({ addMinutes: 5 }) },
          ...OFFERED.map((n) => ({
            label: t('console.setClock', { n }),
            onSelect: () => timer({ minutes: n }),
          })),
          { label: t('console.otherMinutes'), onSelect: () => setAsking(true) },
          { label: t('console.stopClock'), onSelect: () => timer({ minutes: 0 }) },
        ]}
      />
      {asking ? (
        <MinutesForm
          onDone={(minutes) => {
            setAsking(false);
            if (minutes !== null) timer({ minutes });
          }}
        />
      ) : null}
    </>
  );
}

function MinutesForm({ onDone }: { onDone: (minutes: number | null) => void }) {
  const [minutes, setMinutes] = useState('10');
  const input = useRef<HTMLInputElement>(null);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const wanted = Number(minutes);
    if (Number.isInteger(wanted) && wanted > 0 && wanted <= MINUTES_MAX) onDone(wanted);
    else input.current?.focus();
  };
  return (
    <form className="console-minutes-form" onSubmit={submit}>
      <label>
        <span>{t('console.minutesLeft')}</span>
        <input
          ref={input}
          className="input"
          type="number"
          inputMode="numeric"
          min={1}
          max={MINUTES_MAX}
          value={minutes}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by its own menu, to type into
          autoFocus
          onChange={(event) => setMinutes(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onDone(null);
          }}
        />
      </label>
      <Button type="submit">{t('console.set')}</Button>
      <Button variant="quiet" onClick={() => onDone(null)}>
        {t('console.close')}
      </Button>
    </form>
  );
}
