import { COLUMN_LABELS, ROW_LABELS } from '@coherence/board';
import { t } from '@coherence/words';
import type { Place } from './place.ts';

/** A place as a screen reader and a menu say it: "Interfering Factors, Roles and responsibilities". */
export function placeName(place: Place): string {
  if (place === null) return t('grid.unplaced');
  return t('grid.placeName', { row: ROW_LABELS[place.row], column: COLUMN_LABELS[place.column] });
}

export const ROW_HINTS = {
  interfering: 'grid.interferingHint',
  integrative: 'grid.integrativeHint',
} as const;
export const ROW_SHORT = {
  interfering: 'grid.interferingShort',
  integrative: 'grid.integrativeShort',
} as const;

export const COLUMN_SHORT = {
  purposes: 'grid.purposesShort',
  strategies: 'grid.strategiesShort',
  roles: 'grid.rolesShort',
  interactions: 'grid.interactionsShort',
} as const;

const PROMPTS = {
  interfering: {
    purposes: 'grid.interferingPurposes',
    strategies: 'grid.interferingStrategies',
    roles: 'grid.interferingRoles',
    interactions: 'grid.interferingInteractions',
  },
  integrative: {
    purposes: 'grid.integrativePurposes',
    strategies: 'grid.integrativeStrategies',
    roles: 'grid.integrativeRoles',
    interactions: 'grid.integrativeInteractions',
  },
} as const;

/** The question a cell asks, where it shows alone on a phone. */
export function promptFor(place: Place): string {
  return place === null ? t('grid.unplacedPrompt') : t(PROMPTS[place.row][place.column]);
}
