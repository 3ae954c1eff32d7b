import { phaseFacts } from '../schema/phase-kind.ts';
import { newId } from '../ids.ts';
import { phaseSchema, type Anonymity, type Phase } from '../schema/phase.ts';
import { HALF_DAY } from './agenda-half-day.ts';
import { NETWORK_DAY } from './agenda-network-day.ts';
import { NINETY_MINUTES } from './agenda-ninety-minutes.ts';
import type { PhaseWords } from './agenda-words.ts';

export const AGENDA_TEMPLATES = ['half-day', 'ninety-minutes', 'network-day', 'blank'] as const;
export type AgendaTemplate = (typeof AGENDA_TEMPLATES)[number];

const PHASES_OF: Readonly<Record<AgendaTemplate, readonly PhaseWords[]>> = {
  'half-day': HALF_DAY,
  'ninety-minutes': NINETY_MINUTES,
  'network-day': NETWORK_DAY,
  blank: [],
};

/** The phases of a template, each with a fresh id. People write under `identity`: by unit, if nothing is said. */
export function agendaFrom(template: AgendaTemplate, identity: Anonymity = 'unit'): readonly Phase[] {
  return withIds(PHASES_OF[template]).map((phase) =>
    phaseFacts(phase.kind).work === 'write' ? { ...phase, identity } : phase,
  );
}

/** Phases with fresh ids, and what was left unsaid filled in. */
export function withIds(phases: readonly PhaseWords[]): readonly Phase[] {
  return phases.map((phase) => phaseSchema.parse({ ...phase, id: newId() }));
}

/** Planned minutes of an agenda. */
export function minutesOf(agenda: readonly Pick<Phase, 'minutes'>[]): number {
  return agenda.reduce((sum, { minutes }) => sum + minutes, 0);
}
