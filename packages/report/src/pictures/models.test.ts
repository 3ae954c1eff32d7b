import { boardFileSchema, boardFromFile, readSnapshot } from '@coherence/board';
import { expect, test } from 'vitest';
import { english } from '../testing/english.ts';
import { gridModelOf } from './grid-model.ts';
import { mapModelOf } from './map-model.ts';

const snapshot = readSnapshot(
  boardFromFile(
    boardFileSchema.parse({
      schema: 'coherence-board/1',
      units: [
        { id: 'fp', name: 'Federal Programs', short: 'Federal Programs' },
        { id: 'si', name: 'Office of School Improvement', short: 'School Improvement' },
      ],
      factors: [
        {
          id: 'a',
          text: 'Teachers leave after two years',
          mapName: 'Turnover',
          kind: 'factor',
          pos: [10, 20, 206],
          cell: ['interfering', null, 'a0'],
          sources: { si: { unit: 'si' }, fp: { unit: 'fp' } },
        },
        { id: 'b', text: 'Results', kind: 'outcome', pos: [400, 40, 180] },
        { id: 'c', text: 'Trust', kind: 'factor', cell: ['integrative', 'purposes', 'a0'] },
      ],
      influences: [
        { id: 'x', from: 'a', to: 'b', polarity: '-', source: { kind: 'unit', id: 'si' } },
        { id: 'y', from: 'a', to: 'b', polarity: '-', source: { kind: 'unit', id: 'fp' } },
        { id: 'z', from: 'a', to: 'c', polarity: '+' },
      ],
      drawings: [{ id: 'p', kind: 'pen', pos: [100, 500, 40], ink: 'blue', points: [0, 0, 30, 40] }],
    }),
  ),
);

test('a map shows short names, numbers, units in board order, and how many named a link', () => {
  const model = mapModelOf(snapshot, { title: 'Map' });
  expect(model.nodes[0]).toMatchObject({
    text: 'Turnover',
    kind: 'interfering',
    x: 10,
    y: 20,
    w: 206,
    number: 'F1',
  });
  expect(model.nodes[0]?.units?.map(({ label }) => label)).toEqual(['FP', 'SI']);
  expect(model.links.map(({ from, to, count }) => [from, to, count])).toEqual([['a', 'b', 2]]);
});

test('a stroke stands where it was drawn', () => {
  const [stroke] = mapModelOf(snapshot, { title: 'Map' }).drawings;
  expect(stroke).toMatchObject({
    type: 'pen',
    points: [
      { x: 100, y: 500 },
      { x: 130, y: 540 },
    ],
    color: '#2F5BD7',
  });
});

test('a grid shows cells, what has a row but no column as not placed yet, and what stands on the map', () => {
  const model = gridModelOf(snapshot, { title: 'Grid' }, english.t);
  expect(model.cells['integrative']?.['purposes']?.map(({ text, onMap }) => [text, onMap])).toEqual([
    ['Trust', false],
  ]);
  expect(model.unplaced.map(({ text, onMap }) => [text, onMap])).toEqual([
    ['Teachers leave after two years', true],
  ]);
  expect(model.units?.map(({ label, name }) => [label, name])).toEqual([
    ['FP', 'Federal Programs'],
    ['SI', 'School Improvement'],
  ]);
});
