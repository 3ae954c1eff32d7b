import { WENT_MAX } from '@coherence/board';
import type { Session } from '@coherence/board';
import type { AGENDA_COMMANDS } from '@coherence/protocol/http';
import type { Handlers } from '../command.ts';
import { ApiError } from '../../errors.ts';
import { changeSession } from '../change-session.ts';
import { setAgenda } from './set-agenda.ts';

const MINUTE_MS = 60_000;

/** Agenda, phases, clock and the note that is walked. Every phase can be left and come back to; nothing is destroyed. */
export const PHASE_COMMANDS: Handlers<typeof AGENDA_COMMANDS> = {
  'set-agenda': (context, wanted) =>
    context.sessionCounts.inTurn(context.board.id, () => setAgenda(context, wanted)),

  phase: async (context, input) => {
    const { phase } = await changeSession(context, ({ agenda, went, show }) => {
      const shown = showInNext(show);
      const gone = [...went, { phase: input.id, at: context.now }].slice(-WENT_MAX);
      if (input.id === null) return { phase: null, went: gone, show: shown };
      const next = agenda.find(({ id }) => id === input.id);
      if (next === undefined) throw new ApiError('no-such-phase');
      const endsAt = endAfter(context.now, input.minutes ?? next.minutes);
      return { phase: { id: next.id, startedAt: context.now, endsAt }, went: gone, show: shown };
    });
    context.sessionCounts.startOver(context.board.id);
    return { phase };
  },

  timer: async (context, input) => {
    const { phase } = await changeSession(context, (session) => {
      if (session.phase === null) throw new ApiError('no-phase');
      const from = Math.max(session.phase.endsAt ?? 0, context.now);
      const endsAt =
        input.minutes === undefined
          ? Math.max(from + (input.addMinutes ?? 0) * MINUTE_MS, context.now)
          : endAfter(context.now, input.minutes);
      return { phase: { ...session.phase, endsAt } };
    });
    return { phase };
  },

  walk: (context, { factor }) =>
    changeSession(context, () => ({ walk: factor === null ? null : { factor } })),
};

/** In another phase the projector follows it again; a held one is let go by hand. */
function showInNext(show: Session['show']): Session['show'] {
  return show.what === 'hold' ? show : { what: 'phase', target: null };
}

/** No clock for 0 minutes. */
function endAfter(now: number, length: number): number | null {
  return length === 0 ? null : Math.round(now + length * MINUTE_MS);
}
