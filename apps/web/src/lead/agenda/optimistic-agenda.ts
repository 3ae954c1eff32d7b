import type { Phase } from '@coherence/board';
import { settableValue } from '@coherence/protocol/observable-value';
import { useMemo } from 'react';
import { ownFailure, type Failed } from '../../live/failure.ts';
import { type Answer, command } from '../../live/server/api.ts';
import type { AgendaEdit } from './agenda-edits.ts';
import { useLive } from '../../live/live-context.tsx';
import { useValue } from '../../live/use-value.ts';
import { sessionReader } from '../../live/document/use-session.ts';

/** The agenda as the board has it, and how often it was set. */
export type AgendaNow = { readonly agenda: readonly Phase[]; readonly n: number };

type AgendaParts = {
  readonly read: () => AgendaNow;
  readonly subscribe: (listener: () => void) => () => void;
  readonly send: (agenda: readonly Phase[], base: number) => Promise<Answer<{ revision: number }>>;
  /** Resolves after the time to wait for another person's agenda to arrive. */
  readonly patience: () => Promise<void>;
};

/** `nothing`: the edit no longer applied, as another person was quicker. */
export type Outcome = { kind: 'done' } | { kind: 'nothing' } | { kind: 'refused'; failed: Failed };

const TRIES = 5;

/**
 * Edits to an agenda that others may edit too. Each is made on the newest agenda; where another person was quicker it is made
 * again on theirs, so that no edit is lost. Shown at once, taken back when it is refused.
 */
export class OptimisticAgenda {
  readonly #parts: AgendaParts;
  readonly #waiting = settableValue<readonly AgendaEdit[]>([]);
  #held: AgendaNow | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #shown: { from: AgendaNow; waiting: readonly AgendaEdit[]; agenda: readonly Phase[] } | null = null;

  constructor(parts: AgendaParts) {
    this.#parts = parts;
  }

  /** The agenda with the edits that are under way; the same list until something changes. */
  readonly getSnapshot = (): readonly Phase[] => {
    const from = this.#newest();
    const waiting = this.#waiting.getSnapshot();
    if (this.#shown?.from.agenda !== from.agenda || this.#shown.waiting !== waiting) {
      const agenda = waiting.reduce((list, edit) => edit(list), from.agenda);
      this.#shown = { from, waiting, agenda };
    }
    return this.#shown.agenda;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    const stops = [this.#waiting.subscribe(listener), this.#parts.subscribe(listener)];
    return () => stops.forEach((stop) => stop());
  };

  apply(edit: AgendaEdit): Promise<Outcome> {
    this.#waiting.set([...this.#waiting.getSnapshot(), edit]);
    const outcome = this.#turn.then(() => this.#send(edit));
    this.#turn = outcome.finally(() => {
      this.#waiting.set(this.#waiting.getSnapshot().filter((one) => one !== edit));
    });
    return outcome;
  }

  async #send(edit: AgendaEdit): Promise<Outcome> {
    let refusal: Failed = ownFailure('unreachable');
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const base = this.#newest();
      const agenda = edit(base.agenda);
      if (agenda === base.agenda) return { kind: 'nothing' };
      const answer = await this.#parts.send(agenda, base.n);
      if (answer.ok) {
        this.#held = { agenda, n: answer.value.revision };
        return { kind: 'done' };
      }
      refusal = answer.error;
      if (answer.error.code !== 'agenda-changed') break;
      await this.#newerThan(base.n);
    }
    return { kind: 'refused', failed: refusal };
  }

  /** What the server said last may arrive before the board that holds it. */
  #newest(): AgendaNow {
    const read = this.#parts.read();
    return this.#held !== null && this.#held.n > read.n ? this.#held : read;
  }

  async #newerThan(n: number): Promise<void> {
    if (this.#newest().n > n) return;
    let stop = () => {};
    const newer = new Promise<void>((resolve) => {
      stop = this.#parts.subscribe(() => {
        if (this.#parts.read().n > n) resolve();
      });
    });
    await Promise.race([newer, this.#parts.patience()]);
    stop();
  }
}

/** As long as one waits for an agenda that the server says is there. */
const PATIENCE_MS = 3000;

/** The agenda to edit, with this person's own edits in it at once. */
export function useOptimisticAgenda(): { optimistic: OptimisticAgenda; agenda: readonly Phase[] } {
  const { doc, id, me } = useLive();
  const optimistic = useMemo(() => {
    const session = sessionReader(doc);
    return new OptimisticAgenda({
      read() {
        const { agenda, agendaRevision } = session.getSnapshot();
        return { agenda, n: agendaRevision.n };
      },
      subscribe: session.subscribe,
      send: (agenda, base) => command(id, me.token, { type: 'set-agenda', agenda, base }),
      patience: () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
    });
  }, [doc, id, me.token]);
  return { optimistic, agenda: useValue(optimistic) };
}
