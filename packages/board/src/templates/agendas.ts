import { phaseFacts } from '../schema/phase-kind.ts';
import { newId } from '../ids.ts';
import { phaseSchema, type Anonymity, type Phase } from '../schema/phase.ts';
import { HALF_DAY } from './agenda-half-day.ts';
import { NETWORK_DAY } from './agenda-network-day.ts';
import { NINETY_MINUTES } from './agenda-ninety-minutes.ts';
import type { PhaseWords, TemplatePhase } from './agenda-words.ts';

export const AGENDA_TEMPLATES = ['half-day', 'ninety-minutes', 'network-day', 'blank'] as const;
export type AgendaTemplate = (typeof AGENDA_TEMPLATES)[number];

const PHASES_OF = {
  'half-day': HALF_DAY,
  'ninety-minutes': NINETY_MINUTES,
  'network-day': NETWORK_DAY,
  blank: [],
} as const satisfies Readonly<Record<AgendaTemplate, readonly TemplatePhase[]>>;

type PhaseOf = (typeof PHASES_OF)[AgendaTemplate][number];
type WordsIn<One> = One extends unknown
  ? One[keyof One & ('title' | 'prompt' | 'output')] | QuestionsIn<One>
  : never;
type QuestionsIn<One> = One extends { readonly vote: { readonly questions: readonly (infer Text)[] } }
  ? Text
  : never;

/** The keys of all words of the templates. */
export type TemplateText = Extract<WordsIn<PhaseOf>, string>;

/** Planned minutes and number of phases of a template. */
export function templateLength(template: AgendaTemplate): {
  readonly minutes: number;
  readonly phases: number;
} {
  const phases: readonly TemplatePhase[] = PHASES_OF[template];
  return { minutes: minutesOf(phases.map(({ minutes = 0 }) => ({ minutes }))), phases: phases.length };
}

/**
 * The phases of a template, each with a fresh id. `say`: its words in the language of whom it is made for. People write
 * under `identity`: by unit, if nothing is said.
 */
export function agendaFrom(
  template: AgendaTemplate,
  say: (text: TemplateText) => string,
  identity: Anonymity = 'unit',
): readonly Phase[] {
  const phases: readonly TemplatePhase[] = PHASES_OF[template];
  return withIds(phases.map((phase) => inWords(phase, say as (text: string) => string))).map((phase) =>
    phaseFacts(phase.kind).work === 'write' ? { ...phase, identity } : phase,
  );
}

function inWords({ vote, ...phase }: TemplatePhase, say: (text: string) => string): PhaseWords {
  const said = (text: string | undefined): string => (text === undefined ? '' : say(text));
  return {
    ...phase,
    title: say(phase.title),
    prompt: said(phase.prompt),
    output: said(phase.output),
    ...(vote === undefined ? {} : { vote: { ...vote, questions: (vote.questions ?? []).map(say) } }),
  };
}

/** Phases with fresh ids, and what was left unsaid filled in. */
export function withIds(phases: readonly PhaseWords[]): readonly Phase[] {
  return phases.map((phase) => phaseSchema.parse({ ...phase, id: newId() }));
}

/** Planned minutes of an agenda. */
export function minutesOf(agenda: readonly Pick<Phase, 'minutes'>[]): number {
  return agenda.reduce((sum, { minutes }) => sum + minutes, 0);
}
