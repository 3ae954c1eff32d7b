import {
  PHASE_KINDS,
  type Anonymity,
  type Mode,
  type PhaseKind,
  type VoteMethod,
  type VoteOn,
} from '@coherence/board';
import type { PlainKey, WordKey } from '@coherence/words';
import { PHASE_LOOKS } from '../../phases/kinds.ts';

/** What a kind of phase is called. */
export const KIND_WORDS = Object.fromEntries(
  PHASE_KINDS.map((kind) => [kind, PHASE_LOOKS[kind].name]),
) as Readonly<Record<PhaseKind, PlainKey>>;

export const MODE_WORDS: Readonly<Record<Mode, PlainKey>> = {
  plenary: 'agenda.plenary',
  alone: 'agenda.alone',
  pairs: 'agenda.pairs',
  threes: 'agenda.threes',
  fours: 'agenda.fours',
  rooms: 'agenda.rooms',
};

/** Said with the board's word for its units. */
export const IDENTITY_WORDS = {
  named: 'agenda.named',
  unit: 'agenda.unit',
  anonymous: 'agenda.anonymous',
} as const satisfies Record<Anonymity, WordKey>;

export const METHOD_WORDS: Readonly<Record<VoteMethod, PlainKey>> = {
  dots: 'agenda.dots',
  rating: 'agenda.rating',
  recorded: 'agenda.recorded',
};

export const ON_WORDS: Readonly<Record<VoteOn, PlainKey>> = {
  factors: 'agenda.factors',
  groups: 'agenda.groups',
  strategies: 'agenda.strategies',
};
