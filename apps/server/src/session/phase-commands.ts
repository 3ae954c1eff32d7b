import { PROJECTED, phaseSchema, readDrafts, readSession, writeSession } from '@coherence/board';
import type { Phase, Session } from '@coherence/board';
import { z } from 'zod';
import { withBoard } from '../boards/board-reader.ts';
import { command } from '../boards/command.ts';
import type { Command, CommandContext } from '../boards/command.ts';
import { ApiError } from '../errors.ts';
import { lookIntoPrivate } from './private-docs.ts';
import { identityOf, phaseKeyOf, showsMore } from './write-phase.ts';

const MINUTE_MS = 60_000;
const AGENDA_MAX = 100;
const minutes = z.number().min(0).max(600);
const phaseId = z.string().max(64);
const name = z.string().min(1).max(200);
const target = z.string().min(1).max(64).nullable();

const agenda = z
  .array(phaseSchema)
  .max(AGENDA_MAX)
  .refine(
    (phases) => new Set(phases.map(({ id }) => id)).size === phases.length,
    'Every phase needs an id of its own.',
  );

const timerBody = z
  .object({ minutes: minutes.optional(), addMinutes: z.number().min(-600).max(600).optional() })
  .refine(
    (body) => (body.minutes === undefined) !== (body.addMinutes === undefined),
    'Send either minutes or addMinutes.',
  );

/** Agenda, phases, clock, pausing and gathering. Every phase can be left and come back to; nothing is destroyed. */
export const PHASE_COMMANDS: Readonly<Record<string, Command>> = {
  'set-agenda': command(z.object({ agenda }), (context, input) =>
    context.keeper.inTurn(context.board.id, async () => {
      await keepPromises(context, input.agenda);
      await change(context, (session) => {
        const isOn = session.phase === null || input.agenda.some(({ id }) => id === session.phase?.id);
        if (!isOn) throw new ApiError('bad-request', 'The phase that is on must stay on the agenda.');
        return { agenda: input.agenda };
      });
      return { phases: input.agenda.length };
    }),
  ),

  phase: command(
    z.object({ id: phaseId.nullable(), minutes: minutes.optional() }),
    async (context, input) => {
      const { phase } = await change(context, ({ agenda: phases }) => {
        if (input.id === null) return { phase: null };
        const next = phases.find(({ id }) => id === input.id);
        if (next === undefined) throw new ApiError('no-such-phase');
        const endsAt = endAfter(context.now, input.minutes ?? next.minutes);
        return { phase: { id: next.id, startedAt: context.now, endsAt } };
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

/** What was written under a promise is shown under it: while drafts wait, their phase cannot show more of people. */
async function keepPromises(context: CommandContext, next: readonly Phase[]): Promise<void> {
  const session = await withBoard(context.registry, context.board, (room) => room.read(readSession));
  const { looked } = await lookIntoPrivate(context, context.board.id, readDrafts);
  for (const draft of looked.flatMap(({ value }) => value)) {
    const phase = next.find(({ id }) => id === phaseKeyOf(draft, session));
    if (phase === undefined || !showsMore(phase.identity, identityOf(draft, session))) continue;
    throw new ApiError('not-allowed', {
      message: `Notes are waiting that were written under "${phase.title}" as it was. Reveal them first.`,
    });
  }
}
