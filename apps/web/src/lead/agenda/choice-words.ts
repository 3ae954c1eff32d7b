import {
  PHASE_KINDS,
  type Identity,
  type Mode,
  type PhaseKind,
  type VoteMethod,
  type VoteOn,
} from '@coherence/board';
import { t } from '../../i18n/with-agenda.ts';
import { PHASE_LOOKS } from '../../phases/kinds.ts';

/** What a kind of phase is called. */
export const KIND_WORDS = Object.fromEntries(
  PHASE_KINDS.map((kind) => [kind, t(PHASE_LOOKS[kind].name)]),
) as Readonly<Record<PhaseKind, string>>;

export const MODE_WORDS: Readonly<Record<Mode, string>> = {
  plenary: t('agenda.plenary'),
  alone: t('agenda.alone'),
  pairs: t('agenda.pairs'),
  threes: t('agenda.threes'),
  fours: t('agenda.fours'),
  rooms: t('agenda.rooms'),
};

export const IDENTITY_WORDS: Readonly<Record<Identity, string>> = {
  named: t('agenda.named'),
  unit: t('agenda.unit'),
  anonymous: t('agenda.anonymous'),
};

export const METHOD_WORDS: Readonly<Record<VoteMethod, string>> = {
  dots: t('agenda.dots'),
  rating: t('agenda.rating'),
  recorded: t('agenda.recorded'),
};

export const ON_WORDS: Readonly<Record<VoteOn, string>> = {
  factors: t('agenda.factors'),
  groups: t('agenda.groups'),
  strategies: t('agenda.strategies'),
};
