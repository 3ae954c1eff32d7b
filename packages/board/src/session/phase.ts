import * as z from 'zod/mini';
import { idField, nameField } from '../schema/fields.ts';
import { QUESTION_MAX } from '../schema/limits.ts';

export const PHASE_KINDS = [
  'lobby',
  'write',
  'reveal',
  'walk',
  'merge',
  'place',
  'group',
  'vote',
  'rate',
  'link',
  'read',
  'options',
  'owners',
  'report-out',
  'break',
  'close',
  'check-in',
] as const;
export type PhaseKind = (typeof PHASE_KINDS)[number];

/** Who is shown with what a person contributes in a phase. `anonymous` keeps not even the unit. */
export const IDENTITIES = ['named', 'unit', 'anonymous'] as const;
export type Identity = (typeof IDENTITIES)[number];

/** One timed step of the agenda. Soft: the clock ends nothing by itself. */
export const phaseSchema = z.object({
  id: idField,
  kind: z.enum(PHASE_KINDS),
  title: nameField,
  prompt: z._default(z.string().check(z.maxLength(QUESTION_MAX)), ''),
  minutes: z._default(z.int().check(z.minimum(0), z.maximum(600)), 10),
  identity: z._default(z.enum(IDENTITIES), 'unit'),
  /** Whether a note must name its row and column while it is written. */
  cellRequired: z._default(z.boolean(), false),
});

export type Phase = Readonly<z.output<typeof phaseSchema>>;
export type PhaseInput = z.input<typeof phaseSchema>;
