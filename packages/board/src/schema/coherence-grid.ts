/** The published framework. Its texts in English are exact and are never relabelled; what people read is in the catalogs. */
export const ROWS = ['interfering', 'integrative'] as const;
export type Row = (typeof ROWS)[number];

export const COLUMNS = ['purposes', 'strategies', 'roles', 'interactions'] as const;
export type Column = (typeof COLUMNS)[number];

export const ROW_LABELS: Readonly<Record<Row, string>> = {
  interfering: 'Interfering Factors',
  integrative: 'Integrative Factors',
};

export const COLUMN_LABELS: Readonly<Record<Column, string>> = {
  purposes: 'Purpose(s), rationales and assumptions',
  strategies: 'Strategies and approaches to school improvement',
  roles: 'Roles and responsibilities',
  interactions: 'Leadership Interactions',
};

/** The second header level spans all columns but the first. */
export const GROUPED_COLUMNS: readonly Column[] = ['strategies', 'roles', 'interactions'];

export const COLUMN_GROUP: { readonly label: string; readonly columns: readonly Column[] } = {
  label: 'Implications of purposes, rationales and assumptions',
  columns: GROUPED_COLUMNS,
};
