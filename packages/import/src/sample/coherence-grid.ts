import {
  COLUMN_GROUP,
  COLUMN_LABELS,
  COLUMNS,
  ranksFor,
  ROW_LABELS,
  ROWS,
  type BoardFileInput,
} from '@coherence/board';
import * as z from 'zod/mini';
import { problem, type Problem } from '../refusal/failure.ts';
import { shortened } from '../refusal/problems.ts';
import { idsOf, openReferences } from '../refusal/references.ts';
import { countField, headFields, headOf, idField, listOf, textField } from './fields.ts';

const COLUMN_GROUP_ID = 'implications';

const labelled = z.object({ id: idField, label: textField });

/** A filled coherence grid as the samples write it. */
export const coherenceGridSchema = z.object({
  schema: z.literal('sample/1'),
  kind: z.literal('coherence-grid'),
  ...headFields,
  rows: z.nullish(z.array(labelled)),
  columns: z.nullish(z.array(z.extend(labelled, { group: z.nullish(z.string()) }))),
  columnGroups: z.nullish(z.array(z.extend(labelled, { columns: z.array(z.string()) }))),
  votesPerPerson: z.nullish(countField.check(z.maximum(1000))),
  participants: z.nullish(countField.check(z.maximum(100_000))),
  themes: listOf(labelled, 1000),
  factors: listOf(
    z.object({
      id: idField,
      row: z.enum(ROWS),
      column: z.enum(COLUMNS),
      unit: z.nullish(idField),
      text: textField,
      votes: z.nullish(countField),
      theme: z.nullish(idField),
      note: z.nullish(textField),
      alsoRaisedBy: z.nullish(z.array(idField).check(z.maxLength(100))),
    }),
    2000,
  ),
  tensions: listOf(z.extend(labelled, { interfering: idField, integrative: idField }), 1000),
});

type CoherenceGrid = z.output<typeof coherenceGridSchema>;

/** Ids that occur twice, and references that lead nowhere. */
export function checkCoherenceGrid(grid: CoherenceGrid): readonly Problem[] {
  const { problems, expect, expectAll, unique } = openReferences();
  const units = idsOf(grid.units);
  const themes = idsOf(grid.themes);
  const factors = idsOf(grid.factors);
  for (const name of ['units', 'themes', 'factors', 'tensions'] as const) unique(grid[name], name);
  grid.factors.forEach(({ unit, theme, alsoRaisedBy }, index) => {
    expect(units, unit, `factors[${index}].unit`, 'unit');
    expect(themes, theme, `factors[${index}].theme`, 'theme');
    expectAll(units, alsoRaisedBy ?? [], `factors[${index}].alsoRaisedBy`, 'unit');
  });
  grid.tensions.forEach(({ interfering, integrative }, index) => {
    expect(factors, interfering, `tensions[${index}].interfering`, 'factor');
    expect(factors, integrative, `tensions[${index}].integrative`, 'factor');
  });
  return problems;
}

const ROW_TEMPLATE = ROWS.map((id) => ({ id, label: ROW_LABELS[id] }));
const COLUMN_TEMPLATE = COLUMNS.map((id) => ({
  id,
  label: COLUMN_LABELS[id],
  group: COLUMN_GROUP.columns.includes(id) ? COLUMN_GROUP_ID : null,
}));
const COLUMN_GROUP_TEMPLATE = [
  { id: COLUMN_GROUP_ID, label: COLUMN_GROUP.label, columns: COLUMN_GROUP.columns },
];

/** Labels that differ from the framework's texts: these are never changed, so the file would lose its own words. */
export function checkTemplate(grid: CoherenceGrid): readonly Problem[] {
  return [
    ...differences('rows', grid.rows, ROW_TEMPLATE),
    ...differences('columns', grid.columns, COLUMN_TEMPLATE),
    ...differences('columnGroups', grid.columnGroups, COLUMN_GROUP_TEMPLATE),
  ];
}

type Entry = Readonly<Record<string, unknown>>;

function differences(
  name: string,
  given: readonly Entry[] | null | undefined,
  exact: readonly Entry[],
): Problem[] {
  if (given === null || given === undefined) return [];
  if (given.length !== exact.length) {
    return [problem(name, 'entries-exact', { count: exact.length })];
  }
  return exact.flatMap((entry, index) =>
    Object.entries(entry).flatMap(([key, wanted]) => {
      const found = given[index]?.[key] ?? null;
      if (JSON.stringify(found) === JSON.stringify(wanted)) return [];
      const where = `${name}[${index}].${key}`;
      const text = String(JSON.stringify(wanted));
      return typeof found === 'string'
        ? [problem(where, 'label-says', { says: shortened(found), exact: text })]
        : [problem(where, 'label-differs', { exact: text })];
    }),
  );
}

/** Themes become groups, raised-by becomes sources, votes one closed round; numbers follow the file. */
export function coherenceGridToBoard(grid: CoherenceGrid, name: string): BoardFileInput {
  const ranks = cellRanks(grid);
  return {
    schema: 'coherence-board/1',
    ...headOf(grid, name),
    groups: grid.themes.map(({ id, label }) => ({ id, text: label })),
    factors: grid.factors.map((factor, index) => ({
      id: factor.id,
      text: factor.text,
      kind: 'factor',
      cell: [factor.row, factor.column, ranks[index] ?? ''],
      group: factor.theme,
      no: index + 1,
      sources: sourcesOf(factor.unit, factor.alsoRaisedBy),
      note: factor.note,
    })),
    tensions: grid.tensions.map(({ label, ...tension }) => ({ ...tension, text: label })),
    voteRounds: voteRoundsOf(grid),
  };
}

function cellRanks(grid: CoherenceGrid): string[] {
  const cellOf = (factor: CoherenceGrid['factors'][number]): string => `${factor.row} ${factor.column}`;
  const sizes = new Map<string, number>();
  for (const factor of grid.factors) sizes.set(cellOf(factor), (sizes.get(cellOf(factor)) ?? 0) + 1);
  const left = new Map([...sizes].map(([cell, size]) => [cell, ranksFor([], null, size)]));
  return grid.factors.map((factor) => left.get(cellOf(factor))?.shift() ?? '');
}

/** The unit that wrote the words comes first, then those that raised it too. */
function sourcesOf(unit: string | null | undefined, also: readonly string[] | null | undefined) {
  const units = [...(typeof unit === 'string' ? [unit] : []), ...(also ?? [])];
  return Object.fromEntries(units.map((id) => [id, { unit: id }]));
}

function voteRoundsOf(grid: CoherenceGrid): BoardFileInput['voteRounds'] {
  const votes = grid.factors.flatMap(({ id, votes }) =>
    typeof votes === 'number' ? [[id, votes] as const] : [],
  );
  const { votesPerPerson, participants } = grid;
  if (votes.length === 0 && typeof votesPerPerson !== 'number' && typeof participants !== 'number') return [];
  return [
    {
      id: 'votes-1',
      text: 'Votes',
      method: 'dots',
      budget: votesPerPerson,
      participants,
      results: Object.fromEntries(votes),
    },
  ];
}
