import { randomFor } from '@coherence/board/random';
import type { Mind } from './acts/act.ts';
import { actsNow } from './acts/acts-now.ts';
import { paceOf } from './pace.ts';
import type { Pretend } from './pretend.ts';

export interface ParticipantRun extends Mind {
  /** 1 is the pace of people; Infinity does everything at once. */
  readonly speed: number;
  readonly signal: AbortSignal;
}

/**
 * Does what each phase asks of a participant, one thing after the other, until the signal ends it or the server has let
 * them go. Rejects when the server refuses something they do.
 */
export async function runParticipant(
  pretend: Pretend,
  { speed, signal, ...mind }: ParticipantRun,
): Promise<void> {
  const done = new Set<string>();
  const pace = paceOf(randomFor(mind.seed, 'pace'), speed, signal);
  let wake = (): void => undefined;
  const stop = pretend.onNews(() => wake());
  signal.addEventListener('abort', () => wake(), { once: true });
  const isOver = (): boolean => signal.aborted || pretend.isGone;
  try {
    while (!isOver()) {
      // Begun before looking, so that no news is missed between looking and waiting.
      const news = new Promise<void>((resolve) => (wake = resolve));
      if (actsNow({ ...mind, pretend, done }).length > 0) await pace.think();
      else await news.then(() => pace.lookUp());
      // Asked again: while they thought, the room may have gone on.
      const [next] = isOver() ? [] : actsNow({ ...mind, pretend, done });
      if (next === undefined) continue;
      done.add(next.name);
      await next.run();
    }
  } finally {
    stop();
  }
}
