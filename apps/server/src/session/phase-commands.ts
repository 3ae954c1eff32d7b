import { PROJECTED, readSession, WENT_MAX, writeSession } from '@coherence/board';
import type { Session } from '@coherence/board';
import { z } from 'zod';
import { withBoard } from '../boards/board-reader.ts';
import { command } from '../boards/command.ts';
import type { Command, CommandContext } from '../boards/command.ts';
import { ApiError } from '../errors.ts';
import { agendaBody, setAgenda } from './set-agenda.ts';

const MINUTE_MS = 60_000;
const minutes = z.number().min(0).max(600);
const phaseId = z.string().max(64);
const name = z.string().min(1).max(200);
const target = z.string().min(1).max(64).nullable();

const timerBody = z
  .object({ minutes: minutes.optional(), addMinutes: z.number().min(-600).max(600).optional() })
  .refine(
    (body) => (body.minutes === undefined) !== (body.addMinutes === undefined),
    'Send either minutes or addMinutes.',
  );

/** Agenda, phases, clock, pausing and gathering. Every phase can be left and come back to; nothing is destroyed. */
export const PHASE_COMMANDS: Readonly<Record<string, Command>> = {
  'set-agenda': command(
    z.object({ agenda: agendaBody, base: z.int().min(0).optional() }),
    async (context, wanted) => ({
      ...(await context.keeper.inTurn(context.board.id, () => setAgenda(context, wanted))),
    }),
  ),

  phase: command(
    z.object({ id: phaseId.nullable(), minutes: minutes.optional() }),
    async (context, input) => {
      const { phase } = await change(context, ({ agenda, went }) => {
        const gone = [...went, { phase: input.id, at: context.now }].slice(-WENT_MAX);
        if (input.id === null) return { phase: null, went: gone };
        const next = agenda.find(({ id }) => id === input.id);
        if (next === undefined) throw new ApiError('no-such-phase');
        const endsAt = endAfter(context.now, input.minutes ?? next.minutes);
        return { phase: { id: next.id, startedAt: context.now, endsAt }, went: gone };
      });
      context.keeper.startOver(context.board.id);
      return { phase };
    },
  ),

  timer: command(timerBody, async (context, input) => {
    const { phase } = await change(context, (session) => {
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

  pause: command(z.object({}), (context) => change(context, () => ({ paused: true }))),
  resume: command(z.object({}), (context) => change(context, () => ({ paused: false }))),

  bring: command(z.object({ view: name, target: target.default(null) }), (context, { view, target: at }) =>
    change(context, () => ({ bring: { view, target: at, at: context.now } })),
  ),

  show: command(z.object({ what: z.enum(PROJECTED), target: target.default(null) }), (context, show) =>
    change(context, () => ({ show })),
  ),

  walk: command(z.object({ factor: target }), (context, { factor }) =>
    change(context, () => ({ walk: factor === null ? null : { factor } })),
  ),
};

/** Changes the session as it stands now; answers what was changed. What `make` throws changes nothing. */
function change<T extends Partial<Session>>(
  { registry, board }: CommandContext,
  make: (session: Session) => T,
): Promise<T> {
  return withBoard(registry, board, (room) =>
    room.edit((doc) => {
      const made = make(readSession(doc));
      writeSession(doc, made);
      return made;
    }),
  );
}

/** No clock for 0 minutes. */
function endAfter(now: number, length: number): number | null {
  return length === 0 ? null : Math.round(now + length * MINUTE_MS);
}
