import type { BoardMap, Influence, MapLink, MapNode } from '@coherence/board';
import { expect, test } from 'vitest';
import { outlineOf, matchesSearch } from './outline-of.ts';

function node(id: string, facts: Partial<MapNode> = {}): MapNode {
  const base = {
    root: 'factors',
    kind: 'interfering',
    no: null,
    group: null,
    units: [],
    votes: null,
  } as const;
  return { id, label: id, text: id, pos: [0, 0, 206], ...base, ...facts };
}

function arrow(from: string, to: string, named = 1): MapLink {
  const said = (_: unknown, at: number) => ({ id: `${from}${to}${at}`, room: null }) as Influence;
  const records = Array.from({ length: named }, said);
  return { id: `${from}>${to}`, from, to, polarity: '+', strength: 2, delay: false, records };
}

const map: BoardMap = {
  nodes: [
    node('b', { no: 2 }),
    node('a', { no: 1, group: 'g' }),
    node('o', { kind: 'outcome', group: 'gone' }),
    node('s', { kind: 'strategy', root: 'strategies', group: 'g' }),
  ],
  links: [arrow('a', 'b'), arrow('a', 'o', 3), arrow('s', 'a')],
  groups: [
    { id: 'g', name: 'People', members: ['a', 's'] },
    { id: 'h', name: 'Empty', members: [] },
  ],
  drawings: [],
  offMap: [],
};
const shape = (order: 'kind' | 'group', find?: string) =>
  outlineOf(map, order, find).map(({ key, entries }) => [key, entries.map(({ node }) => node.id)]);

test('by kind, outcomes first, entries by number, empty kinds left out', () => {
  expect(shape('kind')).toEqual([
    ['outcome', ['o']],
    ['interfering', ['a', 'b']],
    ['strategy', ['s']],
  ]);
});

test('by kind, what the room works on first', () => {
  const keys = outlineOf(map, 'kind', '', null, 'strategy').map(({ key }) => key);
  expect(keys).toEqual(['strategy', 'outcome', 'interfering']);
});

test('by group; what is in no group, or in a removed one, comes last', () => {
  expect(shape('group')).toEqual([
    ['g', ['a', 's']],
    ['no-group', ['b', 'o']],
  ]);
});

test('a link stands once under where it starts, the most named first, and is known where it ends', () => {
  const entries = outlineOf(map, 'kind').flatMap((section) => section.entries);
  const a = entries.find((entry) => entry.node.id === 'a');
  expect(a?.out.map(({ id }) => id)).toEqual(['a>o', 'a>b']);
  expect(a?.into.map(({ id }) => id)).toEqual(['s>a']);
  expect(entries.flatMap(({ out }) => out)).toHaveLength(map.links.length);
});

test('finding by words and by number', () => {
  expect(shape('kind', 'F2')).toEqual([['interfering', ['b']]]);
  expect(shape('kind', 'nothing')).toEqual([]);
  expect(
    matchesSearch(node('x', { label: 'Turnover', text: 'Teacher turnover is high' }), 'high TEACHER'),
  ).toBe(true);
});

test('through a lens what it leaves stands alone, with all its links', () => {
  const through = outlineOf(map, 'kind', '', new Set(['a', 'a>b']));
  expect(through.map(({ entries }) => entries.map(({ node: { id } }) => id))).toEqual([['a']]);
  expect(through[0]?.entries[0]?.out).toHaveLength(2);
});
