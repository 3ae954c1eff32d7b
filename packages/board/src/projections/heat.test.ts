import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { createBoard } from '../create.ts';
import { addFactors, removeFactors, setFactorUnit } from '../operations/factors/factor.ts';
import { setNodeKind } from '../operations/map/node.ts';
import { readSnapshot } from '../snapshot.ts';
import { COLUMNS, ROWS, type Column, type Row } from '../schema/coherence-grid.ts';
import { gridOf } from './grid.ts';
import { heatOf, silencesOf } from './heat.ts';

const UNITS = ['tl', 'fin', 'fp'];

function board(): Y.Doc {
  const made = createBoard({ title: 'T', units: UNITS.map((id) => ({ id, name: id.toUpperCase() })) });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}
function say(doc: Y.Doc, unit: string | null, row: Row | null, column: Column | null): string {
  const cell = row === null || column === null ? null : { row, column };
  const added = addFactors(doc, { texts: ['words'], cell }, { unit });
  return added.ok ? (added.value[0] ?? '') : '';
}
const heat = (doc: Y.Doc) => heatOf(readSnapshot(doc));

describe('heat', () => {
  it('counts a factor for every unit that named it, in its cell or not placed yet', () => {
    const doc = board();
    const both = say(doc, 'tl', 'interfering', 'roles');
    setFactorUnit(doc, both, 'fin', true);
    say(doc, 'tl', 'integrative', 'roles');
    say(doc, 'fin', null, null);
    say(doc, null, 'interfering', 'purposes');
    removeFactors(doc, [say(doc, 'fp', 'interfering', 'roles')]);
    setNodeKind(doc, say(doc, 'fp', 'interfering', 'roles'), 'outcome');
    const { units, most, unnamed } = heat(doc);
    expect(units.map(({ unit, count, unplaced }) => [unit.id, count, unplaced])).toEqual([
      ['tl', 2, 0],
      ['fin', 2, 1],
      ['fp', 0, 0],
    ]);
    expect(units[0]?.cells.interfering.roles).toBe(1);
    expect(units[1]?.cells.interfering.roles).toBe(1);
    expect([most, unnamed]).toEqual([1, 1]);
  });

  it('tells the columns in which a unit is silent, in both rows at once', () => {
    const doc = board();
    for (const column of COLUMNS) say(doc, 'tl', column === 'roles' ? 'integrative' : 'interfering', column);
    say(doc, 'fin', 'interfering', 'roles');
    expect(silencesOf(heat(doc)).map(({ unit, columns }) => [unit.id, columns])).toEqual([
      ['fin', ['purposes', 'strategies', 'interactions']],
      ['fp', COLUMNS],
    ]);
  });

  it('adds up with the grid for factors of any units in any cells', () => {
    const place = fc.record({
      unit: fc.constantFrom(...UNITS, null),
      row: fc.constantFrom(...ROWS, null),
      column: fc.constantFrom(...COLUMNS),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), (places) => {
        const doc = board();
        for (const { unit, row, column } of places) say(doc, unit, row, column);
        const { units, unnamed, most } = heat(doc);
        const total = units.reduce((sum, { count }) => sum + count, unnamed);
        expect(total).toBe(gridOf(readSnapshot(doc)).count);
        for (const row of ROWS) {
          for (const column of COLUMNS) {
            const said = places.filter((one) => one.row === row && one.column === column);
            for (const { unit, cells } of units) {
              const mine = said.filter((one) => one.unit === unit.id).length;
              expect(cells[row][column]).toBe(mine);
              expect(mine).toBeLessThanOrEqual(most);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
