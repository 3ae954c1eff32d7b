/** The four steps of the theory of action: Describe, Understand, Expand choices, Implement. */
export type StepNumber = 1 | 2 | 3 | 4;

export const VOTE_METHODS = ['dots', 'rating', 'recorded'] as const;
export type VoteMethod = (typeof VOTE_METHODS)[number];

/** What participants do in a phase. */
export type Work =
  | 'arrive'
  /** Each writes notes that nobody else sees yet. */
  | 'write'
  /** Written notes wait to be shown, and are then read. */
  | 'reveal'
  /** Notes are read one by one, sorted and merged. */
  | 'read-notes'
  | 'place'
  | 'group'
  | 'vote'
  | 'link'
  | 'read-map'
  | 'propose'
  | 'talk'
  | 'rest';

/** What a board knows of one kind of phase. */
export type PhaseFacts = {
  /** The step in which people are during the phase; null for a phase that belongs to none. */
  readonly step: StepNumber | null;
  readonly work: Work;
  /** Where people work: on a screen of the phase's own, or in a view of the board. */
  readonly on: 'screen' | 'grid' | 'map';
  /** How people usually vote in the phase; null for a phase without a vote. */
  readonly vote: VoteMethod | null;
};

/** Every kind of phase, in the order in which agendas offer them. */
export const PHASES = {
  lobby: { step: 1, work: 'arrive', on: 'screen', vote: null },
  write: { step: 1, work: 'write', on: 'screen', vote: null },
  reveal: { step: 1, work: 'reveal', on: 'screen', vote: null },
  walk: { step: 1, work: 'read-notes', on: 'screen', vote: null },
  merge: { step: 1, work: 'read-notes', on: 'screen', vote: null },
  place: { step: 1, work: 'place', on: 'screen', vote: null },
  group: { step: 1, work: 'group', on: 'grid', vote: null },
  vote: { step: 1, work: 'vote', on: 'screen', vote: 'dots' },
  rate: { step: 3, work: 'vote', on: 'screen', vote: 'rating' },
  link: { step: 2, work: 'link', on: 'map', vote: null },
  read: { step: 2, work: 'read-map', on: 'map', vote: null },
  options: { step: 3, work: 'propose', on: 'map', vote: null },
  owners: { step: 4, work: 'talk', on: 'screen', vote: null },
  'report-out': { step: null, work: 'talk', on: 'screen', vote: null },
  break: { step: null, work: 'rest', on: 'screen', vote: null },
  close: { step: 4, work: 'talk', on: 'screen', vote: null },
  'check-in': { step: 4, work: 'talk', on: 'screen', vote: null },
} as const satisfies Readonly<Record<string, PhaseFacts>>;

export type PhaseKind = keyof typeof PHASES;

export const PHASE_KINDS = Object.keys(PHASES) as PhaseKind[];

/** What a board knows of phases of this kind. */
export function phaseFacts(kind: PhaseKind): PhaseFacts {
  return PHASES[kind];
}

/** Whether notes written before are read in the phase. */
export function readsNotes(kind: PhaseKind): boolean {
  const { work } = phaseFacts(kind);
  return work === 'reveal' || work === 'read-notes';
}

/** Whether people contribute alone, under the promise of the phase. */
export function isAlone(kind: PhaseKind): boolean {
  const { work } = phaseFacts(kind);
  return work === 'write' || work === 'vote';
}
