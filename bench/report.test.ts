import { expect, it } from 'vitest';
import { middle, renderOutcome } from './report.ts';

it('takes the median of each figure over the runs it was measured in', () => {
  expect(middle([{ cpu: 1, lost: null }, { cpu: 3, lost: 2 }, { cpu: 8 }])).toEqual({ cpu: 3, lost: 2 });
});

it('names what was left out, and why', () => {
  const scenario = { name: 'a', title: 'A thing', rows: [{ key: 'cpu', label: 'CPU', compare: true }] };
  const measured = [{ target: { name: 'us', title: 'Us' }, runs: [{ cpu: 1 }] }];
  const text = renderOutcome({ scenario, measured, leftOut: ['Them: no network'] });
  expect(text.split('\n')).toEqual([
    '### A thing',
    '',
    '|     |  Us |',
    '| --- | --: |',
    '| CPU |   1 |',
    '',
    'Them: no network',
  ]);
});
