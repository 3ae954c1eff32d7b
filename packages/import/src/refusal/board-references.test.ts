import { expect, test } from 'vitest';
import { readForeign } from '../read-foreign.ts';

const FILE = {
  schema: 'coherence-board/1',
  title: 'Board',
  units: [{ id: 'u', name: 'Teaching' }],
  groups: [{ id: 'g', text: 'People' }],
  factors: [{ id: 'f', text: 'Turnover', kind: 'factor', group: 'g', sources: { u: { unit: 'u' } } }],
  merged: [{ id: 'm', text: 'Leaving', kind: 'factor', into: 'f', sources: { u: { unit: 'u' } } }],
  influences: [{ id: 'i', from: 'f', to: 's', polarity: '+', source: { kind: 'unit', id: 'u' } }],
  tensions: [{ id: 't', interfering: 'f', integrative: 'f', text: 'Against itself' }],
  loops: [{ id: 'l', type: 'balancing', name: 'Loop', nodes: ['f', 's'] }],
  needs: [{ id: 'n', text: 'Time', factors: ['f'] }],
  assets: [{ id: 'a', text: 'Trust', unit: 'u', factors: ['f'] }],
  strategies: [{ id: 's', text: 'One plan', group: 'g', needs: ['n'], assets: ['a'] }],
  actions: [{ id: 'x', text: 'Call', strategy: 's' }],
};

test('a board file whose records cite each other is read', () => {
  expect(readForeign(FILE)).toMatchObject({ ok: true });
});

test.each([
  ['factors', { group: 'no' }, 'factors[0].group'],
  ['factors', { sources: { no: { unit: 'no' } } }, 'factors[0].sources.no.unit'],
  ['factors', { into: 'no' }, 'factors[0].into'],
  ['merged', { into: 'no' }, 'merged[0].into'],
  ['merged', { into: undefined }, 'merged[0].into'],
  ['merged', { id: 'f' }, 'merged[0].id'],
  ['merged', { sources: { no: { unit: 'no' } } }, 'merged[0].sources.no.unit'],
  ['influences', { from: 'no' }, 'influences[0].from'],
  ['influences', { to: 'no' }, 'influences[0].to'],
  ['influences', { source: { kind: 'unit', id: 'no' } }, 'influences[0].source.id'],
  ['tensions', { interfering: 's' }, 'tensions[0].interfering'],
  ['tensions', { integrative: 'no' }, 'tensions[0].integrative'],
  ['loops', { nodes: ['f', 'no'] }, 'loops[0].nodes[1]'],
  ['needs', { factors: ['no'] }, 'needs[0].factors[0]'],
  ['assets', { unit: 'no' }, 'assets[0].unit'],
  ['assets', { factors: ['no'] }, 'assets[0].factors[0]'],
  ['strategies', { group: 'no' }, 'strategies[0].group'],
  ['strategies', { needs: ['a'] }, 'strategies[0].needs[0]'],
  ['strategies', { assets: ['n'] }, 'strategies[0].assets[0]'],
  ['actions', { strategy: 'f' }, 'actions[0].strategy'],
] as const)('%s with %j names a record that is not in the file', (list, wrong, where) => {
  const result = readForeign({ ...FILE, [list]: [{ ...FILE[list][0], ...wrong }] });
  expect(result).toMatchObject({ ok: false, error: { code: 'unresolved', where } });
});

test('an id is used once in a list, and once among factors and strategies, which links cite alike', () => {
  const [factor] = FILE.factors;
  expect(readForeign({ ...FILE, factors: [factor, factor] })).toMatchObject({
    ok: false,
    error: { where: 'factors[1].id' },
  });
  expect(readForeign({ ...FILE, strategies: [...FILE.strategies, { id: 'f', text: '' }] })).toMatchObject({
    ok: false,
    error: { where: 'strategies[1].id' },
  });
});
