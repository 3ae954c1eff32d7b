import * as z from 'zod/mini';
import { idField, nameField, questionField } from './fields.ts';
import { PHASE_KINDS, VOTE_METHODS } from './phase-kind.ts';

/** Who is shown with what a person contributes in a phase. `anonymous` keeps not even the unit. */
export const ANONYMITIES = ['named', 'unit', 'anonymous'] as const;
export type Anonymity = (typeof ANONYMITIES)[number];

/** How people work in a phase: all together, each alone, or in small teams to whom the work is dealt. */
export const MODES = ['plenary', 'alone', 'pairs', 'threes', 'fours', 'rooms'] as const;
export type Mode = (typeof MODES)[number];

/** What is voted on. Recorded votes are on a motion instead, in words. */
export const VOTE_ON = ['factors', 'groups', 'strategies'] as const;
export type VoteOn = (typeof VOTE_ON)[number];

/** How a vote phase is meant to go; the facilitator can still change it when opening the round. */
const voteSettingsSchema = z.object({
  method: z._default(z.enum(VOTE_METHODS), 'dots'),
  on: z._default(z.enum(VOTE_ON), 'factors'),
  /** The question of the vote, or two for a rating (impact, effort). Empty: the prompt of the phase. */
  questions: z._default(z.array(nameField).check(z.maxLength(2)), []),
  /** Dots for each person; null: a fifth of the items, as suggested. */
  budget: z._default(z.nullable(z.int().check(z.minimum(1), z.maximum(100))), null),
  perItem: z._default(z.int().check(z.minimum(1), z.maximum(100)), 2),
});
export type VoteSettings = Readonly<z.output<typeof voteSettingsSchema>>;

/** One timed step of the agenda. Soft: the clock ends nothing by itself. */
export const phaseSchema = z.object({
  id: idField,
  kind: z.enum(PHASE_KINDS),
  title: nameField,
  prompt: z._default(questionField, ''),
  minutes: z._default(z.int().check(z.minimum(0), z.maximum(600)), 10),
  identity: z._default(z.enum(ANONYMITIES), 'unit'),
  /** Whether a note must name its row and column while it is written. */
  cellRequired: z._default(z.boolean(), false),
  mode: z._default(z.enum(MODES), 'plenary'),
  /** What should be there at its end, in a few words. */
  output: z._default(nameField, ''),
  vote: z.prefault(voteSettingsSchema, {}),
});

export type Phase = Readonly<z.output<typeof phaseSchema>>;
export type PhaseInput = z.input<typeof phaseSchema>;
