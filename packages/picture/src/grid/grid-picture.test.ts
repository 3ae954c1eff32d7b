import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSvg } from '../draw/read-svg.ts';
import { englishWords } from '../testing/english-words.ts';
import type { GridFactor, GridModel } from './grid-model.ts';
import { gridPicture } from './grid-picture.ts';

const gridSvg = (grid: GridModel): string => gridPicture(grid, { words: englishWords });

const empty: GridModel = {
  title: 'Framework for Discussing System Coherence and Alignment',
  rows: [
    { id: 'interfering', label: 'Interfering Factors', hint: 'Pull the system apart.' },
    { id: 'integrative', label: 'Integrative Factors' },
  ],
  columns: [
    { id: 'purposes', label: 'Purpose(s), rationales and assumptions' },
    { id: 'roles', label: 'Roles and responsibilities' },
  ],
  columnGroup: { label: 'Implications of purposes, rationales and assumptions', columns: ['roles'] },
  cells: {},
  unplaced: [],
};

function factor(number: string, text: string): GridFactor {
  return {
    number,
    text,
    units: [{ label: 'SI', tint: { ink: '#000000', ground: '#FFFFFF' } }],
    votes: 7,
    onMap: true,
  };
}

describe('gridPicture', () => {
  test('writes headers, every factor in its cell and what is not placed yet', () => {
    const cells = { interfering: { roles: [factor('F1', 'Unclear roles')] } };
    const { texts } = readSvg(gridSvg({ ...empty, cells, unplaced: [factor('F2', 'No place')] }));
    expect(texts).toEqual(
      expect.arrayContaining([
        'Interfering Factors',
        'Integrative Factors',
        'Purpose(s), rationales and assumptions',
        'Implications of purposes, rationales and assumptions',
        'Unclear roles',
        'F1',
        'SI',
        'map',
        '7 votes',
        'Not placed yet',
        'No place',
      ]),
    );
  });

  test('an empty grid keeps its headers and says that it is empty', () => {
    const { texts } = readSvg(gridSvg(empty));
    expect(texts).toEqual(
      expect.arrayContaining(['Roles and responsibilities', 'There are no factors in this grid yet.']),
    );
  });

  test('grows with its factors', () => {
    const heightOf = (count: number) => {
      const list = Array.from({ length: count }, (_, index) => factor(`F${index}`, 'A factor of the grid'));
      return Number(
        / height="(\d+)"/.exec(gridSvg({ ...empty, cells: { interfering: { roles: list } } }))?.[1],
      );
    };
    expect(heightOf(60)).toBeGreaterThan(heightOf(6) + 54 * 60);
  });

  test('is well formed whatever people typed', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('</svg>', '&', '\u0001', 'constructor'),
    );
    const factors = fc.array(
      fc.record({ number: text, text, units: fc.constant([]), votes: fc.nat(), onMap: fc.boolean() }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(
        text,
        factors,
        factors,
        fc.constantFrom('roles', 'constructor', '__proto__'),
        (title, inCell, unplaced, column) => {
          const columns = [{ id: column, label: title }];
          const svg = gridSvg({
            ...empty,
            title,
            columns,
            cells: { interfering: { roles: inCell } },
            unplaced,
          });
          readSvg(svg);
          expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        },
      ),
      { numRuns: 40 },
    );
  });
});
