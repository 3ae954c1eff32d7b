import { COLUMNS, ROWS, type Column, type Grid, type GridCard, type Row } from '@coherence/board';
import { t } from '@coherence/words';

/** Where a factor can be in the grid: one of the eight cells, or null for "Not placed yet". */
export type Place = { readonly row: Row; readonly column: Column } | null;

export const CELLS: readonly NonNullable<Place>[] = ROWS.flatMap((row) =>
  COLUMNS.map((column) => ({ row, column })),
);

/** A place as one string, for attributes and storage keys; `placeOf` reads it back. */
export function placeKey(place: Place): string {
  return place === null ? 'unplaced' : `${place.row}.${place.column}`;
}

/** The place a key names; undefined for a string that names none. */
export function placeOf(key: string): Place | undefined {
  if (key === 'unplaced') return null;
  return CELLS.find((cell) => placeKey(cell) === key);
}

export function cardsAt(grid: Grid, place: Place): readonly GridCard[] {
  return place === null ? grid.unplaced : grid.cells[place.row][place.column];
}

/** Where a factor is and its position there; null when the grid does not show it. */
export function whereIs(grid: Grid, id: string): { readonly place: Place; readonly index: number } | null {
  for (const place of [...CELLS, null]) {
    const index = cardsAt(grid, place).findIndex((card) => card.id === id);
    if (index >= 0) return { place, index };
  }
  return null;
}

/** Every card in reading order: row by row, column by column, then what is not placed yet. */
export function cardsInOrder(grid: Grid): readonly GridCard[] {
  return [...CELLS, null].flatMap((place) => cardsAt(grid, place));
}

export function samePlace(a: Place, b: Place): boolean {
  return placeKey(a) === placeKey(b);
}

/** A place as a screen reader and a menu say it: "Interfering Factors, Roles and responsibilities". */
export function placeName(place: Place): string {
  if (place === null) return t('grid.unplaced');
  return t('grid.placeName', {
    row: t(`framework.row_${place.row}`),
    column: t(`framework.column_${place.column}`),
  });
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
