import { AGENDA_MAX, phaseSchema, sessionSchema } from '@coherence/board';
import { z } from 'zod';
import { fault } from '../body-fault.ts';
import { idBody } from '../id.ts';
import { command, movesFrom } from './command.ts';

/** Ids that no phase of an agenda may have: the server notes under them drafts whose phase is gone, or that had none. */
export const RESERVED_PHASES = ['gone', 'none'] as const;

export const agendaBody = z
  .array(phaseSchema)
  .max(AGENDA_MAX)
  .refine((phases) => new Set(phases.map(({ id }) => id)).size === phases.length, fault('phase-ids'))
  .refine(
    (phases) => phases.every(({ id }) => RESERVED_PHASES.every((reserved) => reserved !== id)),
    fault('reserved-phase-id'),
  );

const minutes = z.number().min(0).max(600);
const phaseNow = z.object({ phase: sessionSchema.shape.phase });

/** Agenda, phases, clock and the note that is walked. */
export const AGENDA_COMMANDS = {
  'set-agenda': command({
    says: 'Replaces the agenda; `base`: the revision that was changed. Without one it replaces whatever is there.',
    body: z.object({ agenda: agendaBody, base: z.int().min(0).optional() }),
    answer: z.object({ phases: z.int(), revision: z.int() }),
    whole: true,
    codes: ['agenda-changed', 'not-allowed'],
  }),
  phase: command({
    says: 'Goes to a phase (`id` null: to none), with its own minutes or `minutes` on the clock (0: no clock).',
    body: z.object({ id: idBody.nullable(), minutes: minutes.optional(), movesFrom }),
    answer: phaseNow,
    whole: true,
    restorePoint: 'phase',
    codes: ['no-such-phase', 'room-moved'],
  }),
  timer: command({
    says: 'Sets the clock to `minutes` from now, or moves its end by `addMinutes`.',
    body: z
      .object({
        minutes: minutes.optional(),
        addMinutes: z.number().min(-600).max(600).optional(),
        movesFrom,
      })
      .refine((body) => (body.minutes === undefined) !== (body.addMinutes === undefined), fault('minutes')),
    answer: phaseNow,
    codes: ['no-phase', 'room-moved'],
  }),
  walk: command({
    says: 'Says which factor is read aloud; null: none.',
    body: z.object({ factor: idBody.nullable(), movesFrom }),
    answer: z.object({ walk: sessionSchema.shape.walk }),
    codes: ['room-moved'],
  }),
} as const;
