import { WENT_MAX } from '@coherence/board';
import type { Session } from '@coherence/board';
import { z } from 'zod';
import { idBody } from '../id-body.ts';
import { command } from '../command.ts';
import type { Command } from '../command.ts';
import { ApiError } from '../../errors.ts';
import { changeSession } from '../change-session.ts';
import { agendaBody, setAgenda } from './set-agenda.ts';

const MINUTE_MS = 60_000;
const minutes = z.number().min(0).max(600);
const target = idBody.nullable();

const timerBody = z
  .object({ minutes: minutes.optional(), addMinutes: z.number().min(-600).max(600).optional() })
  .refine(
    (body) => (body.minutes === undefined) !== (body.addMinutes === undefined),
    'Send either minutes or addMinutes.',
  );

/** Agenda, phases, clock and the note that is walked. Every phase can be left and come back to; nothing is destroyed. */
export const PHASE_COMMANDS: Readonly<Record<string, Command>> = {
  'set-agenda': command(
    z.object({ agenda: agendaBody, base: z.int().min(0).optional() }),
    async (context, wanted) => ({
      ...(await context.keeper.inTurn(context.board.id, () => setAgenda(context, wanted))),
    }),
  ),

  phase: command(z.object({ id: idBody.nullable(), minutes: minutes.optional() }), async (context, input) => {
    const { phase } = await changeSession(context, ({ agenda, went, show }) => {
      const shown = showInNext(show);
      const gone = [...went, { phase: input.id, at: context.now }].slice(-WENT_MAX);
      if (input.id === null) return { phase: null, went: gone, show: shown };
      const next = agenda.find(({ id }) => id === input.id);
      if (next === undefined) throw new ApiError('no-such-phase');
      const endsAt = endAfter(context.now, input.minutes ?? next.minutes);
      return { phase: { id: next.id, startedAt: context.now, endsAt }, went: gone, show: shown };
    });
    context.keeper.startOver(context.board.id);
    return { phase };
  }),

  timer: command(timerBody, async (context, input) => {
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
  }),

  walk: command(z.object({ factor: target }), (context, { factor }) =>
    changeSession(context, () => ({ walk: factor === null ? null : { factor } })),
  ),
};

/** In another phase the projector follows it again; a held one is let go by hand. */
function showInNext(show: Session['show']): Session['show'] {
  return show.what === 'hold' ? show : { what: 'phase', target: null };
}

/** No clock for 0 minutes. */
function endAfter(now: number, length: number): number | null {
  return length === 0 ? null : Math.round(now + length * MINUTE_MS);
}
