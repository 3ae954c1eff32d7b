import type { Identity, Mode, PhaseKind, VoteMethod, VoteOn } from '@coherence/board';
import { t } from '../../i18n/with-agenda.ts';

/** What a kind of phase is called. */
export const KIND_WORDS: Readonly<Record<PhaseKind, string>> = {
  lobby: t('agenda.lobby'),
  write: t('agenda.write'),
  reveal: t('agenda.reveal'),
  walk: t('agenda.walk'),
  merge: t('agenda.merge'),
  place: t('agenda.place'),
  group: t('agenda.group'),
  vote: t('agenda.vote'),
  rate: t('agenda.rate'),
  link: t('agenda.link'),
  read: t('agenda.read'),
  options: t('agenda.options'),
  owners: t('agenda.owners'),
  'report-out': t('agenda.reportOut'),
  break: t('agenda.break'),
  close: t('agenda.close'),
  'check-in': t('agenda.checkIn'),
};

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
