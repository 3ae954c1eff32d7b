import {
  COLUMN_GROUP,
  COLUMN_LABELS,
  COLUMNS,
  ROW_LABELS,
  ROWS,
  type BoardFile,
  type Column,
  type Row,
} from '@coherence/board';
import { describe, expect, test } from 'vitest';
import { importedSample, sampleText, type SampleName } from './testing/samples.ts';

type Path = readonly (string | number)[];
type Leaf = { readonly path: Path; readonly value: unknown };
type Source = Readonly<Record<string, unknown>>;
/** Reads a leaf's value back from the board; `at` are the list indexes of its path, `from` its record in the sample. */
type ReadBack = (file: BoardFile, from: Source, at: readonly number[]) => unknown;

const byId = <T extends { readonly id: string }>(list: readonly T[], from: Source): T | undefined =>
  list.find(({ id }) => id === from['id']);
const factor = (file: BoardFile, from: Source) => byId(file.factors, from);
const node = (file: BoardFile, from: Source) => byId(file.factors, from) ?? byId(file.strategies, from);
const influence = (file: BoardFile, from: Source) => byId(file.influences, from);
const loop = (file: BoardFile, from: Source) => byId(file.loops, from);
const sources = (file: BoardFile, from: Source) =>
  Object.values(factor(file, from)?.sources ?? {}).map(({ unit }) => unit);

function nodeKind(file: BoardFile, from: Source): string | undefined {
  return byId(file.strategies, from) === undefined ? byId(file.factors, from)?.kind : 'option';
}

/** Where every leaf of the samples is found again, by its path without indexes. Rows stand for SPEC.md's table. */
const FOUND_AT: Readonly<Record<string, ReadBack>> = {
  title: (file) => file.title,
  focusQuestion: (file) => file.question,
  subtitle: (file) => file.about.subtitle,
  source: (file) => file.about.source,
  statement: (file) => file.about.statement,
  organization: (file) => file.about.organization,
  fictional: (file) => file.about.fictional,
  votesPerPerson: (file) => file.voteRounds[0]?.budget,
  participants: (file) => file.voteRounds[0]?.participants,
  'rows.id': (_, __, [row = -1]) => ROWS[row],
  'rows.label': (_, { id }) => ROW_LABELS[id as Row],
  'columns.id': (_, __, [column = -1]) => COLUMNS[column],
  'columns.label': (_, { id }) => COLUMN_LABELS[id as Column],
  'columns.group': (_, { id }) => (COLUMN_GROUP.columns.includes(id as Column) ? 'implications' : null),
  'columnGroups.id': () => 'implications',
  'columnGroups.label': () => COLUMN_GROUP.label,
  'columnGroups.columns': (_, __, [, index = -1]) => COLUMN_GROUP.columns[index],
  'units.id': (file, _, [unit = -1]) => file.units[unit]?.id,
  'units.name': (file, from) => byId(file.units, from)?.name,
  'units.short': (file, from) => byId(file.units, from)?.short,
  'units.tier': (file, from) => byId(file.units, from)?.tier,
  'themes.id': (file, _, [theme = -1]) => file.groups[theme]?.id,
  'themes.label': (file, from) => byId(file.groups, from)?.text,
  'clusters.id': (file, _, [cluster = -1]) => file.groups[cluster]?.id,
  'clusters.label': (file, from) => byId(file.groups, from)?.text,
  'factors.id': (file, _, [index = -1]) => file.factors.find(({ no }) => no === index + 1)?.id,
  'factors.text': (file, from) => factor(file, from)?.text,
  'factors.row': (file, from) => factor(file, from)?.cell?.[0],
  'factors.column': (file, from) => factor(file, from)?.cell?.[1],
  'factors.theme': (file, from) => factor(file, from)?.group,
  'factors.note': (file, from) => factor(file, from)?.note,
  'factors.votes': (file, { id }) => file.voteRounds[0]?.results[String(id)],
  'factors.unit': (file, from) => sources(file, from)[0],
  'factors.alsoRaisedBy': (file, from, [, index = -1]) => sources(file, from)[index + 1],
  'tensions.id': (file, _, [tension = -1]) => file.tensions[tension]?.id,
  'tensions.interfering': (file, from) => byId(file.tensions, from)?.interfering,
  'tensions.integrative': (file, from) => byId(file.tensions, from)?.integrative,
  'tensions.label': (file, from) => byId(file.tensions, from)?.text,
  'nodes.id': (file, from) => node(file, from)?.id,
  'nodes.label': (file, from) => node(file, from)?.text,
  'nodes.cluster': (file, from) => node(file, from)?.group,
  'nodes.kind': nodeKind,
  'links.id': (file, _, [link = -1]) => file.influences[link]?.id,
  'links.from': (file, from) => influence(file, from)?.from,
  'links.to': (file, from) => influence(file, from)?.to,
  'links.polarity': (file, from) => influence(file, from)?.polarity,
  'links.strength': (file, from) => influence(file, from)?.strength,
  'links.delay': (file, from) => influence(file, from)?.delay,
  'links.note': (file, from) => influence(file, from)?.note,
  'links.unit': (file, from) => influence(file, from)?.source?.id,
  'namedLoops.id': (file, from) => loop(file, from)?.label,
  'namedLoops.type': (file, from) => loop(file, from)?.type,
  'namedLoops.name': (file, from) => loop(file, from)?.name,
  'namedLoops.sentence': (file, from) => loop(file, from)?.sentence,
  'namedLoops.nodes': (file, from, [, index = -1]) => loop(file, from)?.nodes[index],
};

function leavesOf(value: unknown, path: Path = []): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  const entries = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(value);
  return entries.flatMap(([key, entry]) => leavesOf(entry, [...path, key]));
}

function recordAt(sample: Source, [list = '', index = 0]: Path): Source {
  const records = sample[list];
  return Array.isArray(records) ? records[Number(index)] : sample;
}

describe.each(['published', 'grid', 'map'] satisfies SampleName[])('sample %s', (name) => {
  const sample: Source = JSON.parse(sampleText(name));
  const { file, format, report } = importedSample(name);

  test('every leaf of the file is found again on the board', () => {
    const leaves = leavesOf(sample).filter(({ path }) => !['schema', 'kind'].includes(path.join('.')));
    const lost = leaves.flatMap(({ path, value }) => {
      const key = path.filter((part) => typeof part === 'string').join('.');
      const at = path.filter((part) => typeof part === 'number');
      const found = FOUND_AT[key]?.(file, recordAt(sample, path), at);
      return found === value
        ? []
        : [`${path.join('.')}: ${JSON.stringify(value)} became ${JSON.stringify(found)}`];
    });
    expect(lost).toEqual([]);
    expect(leaves.length).toBeGreaterThan(50);
  });

  test('its format is named and nothing is reported as left out', () => {
    expect(format).toBe(`${String(sample['schema'])} ${String(sample['kind'])}`);
    expect(report.filter(({ to }) => to === null)).toEqual([]);
  });
});

test('factors keep the order of the file within their cell', () => {
  const { file } = importedSample('grid');
  const cell = file.factors.filter(({ cell }) => cell?.[0] === 'interfering' && cell[1] === 'roles');
  const ranked = cell.toSorted((a, b) => ((a.cell?.[2] ?? '') < (b.cell?.[2] ?? '') ? -1 : 1));
  expect(ranked.map(({ no }) => no)).toEqual([27, 28, 29, 30, 31, 32, 33]);
});

test('the report counts what became what', () => {
  expect(importedSample('map').report).toEqual([
    { from: 'units', to: 'units', count: 5 },
    { from: 'nodes', to: 'factors', count: 32 },
    { from: 'links', to: 'influences', count: 68 },
    { from: 'clusters', to: 'groups', count: 6 },
    { from: 'namedLoops', to: 'loops', count: 8 },
    { from: 'nodes', to: 'strategies', count: 5 },
  ]);
});
