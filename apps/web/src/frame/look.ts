import type { Aim } from '@coherence/board';
import { settableValue } from '@coherence/protocol/observable-value';
import { useEffect } from 'react';
import { useValue } from '../live/use-value.ts';

const wanted = settableValue<{ readonly aim: Aim } | null>(null);

/** Asks the view that is shown, or comes next, to show a place. */
export function lookAt(aim: Aim | null): void {
  wanted.set(aim === null ? null : { aim });
}

/** Shows each place that is asked for, once `show` is there. */
export function useLook(show: ((aim: Aim) => void) | null): void {
  const now = useValue(wanted);
  useEffect(() => {
    if (now === null || show === null || wanted.getSnapshot() !== now) return;
    wanted.set(null);
    show(now.aim);
  }, [now, show]);
}
