import { describe, expect, it } from 'vitest';
import { planSteps } from './plan.mjs';

const fresh = { done: 'a', wanted: 'a', present: true };
const stale = [
  ['never done', { done: undefined, wanted: 'a', present: true }],
  ['done for other inputs', { done: 'b', wanted: 'a', present: true }],
  ['done, but its result is gone', { done: 'a', wanted: 'a', present: false }],
] as const;

describe('planSteps', () => {
  it('runs nothing, so needs no network, when nothing changed', () => {
    expect(planSteps({ install: fresh, build: fresh })).toEqual({ install: false, build: false });
  });

  it.each(stale)('installs when it was %s', (_, install) => {
    expect(planSteps({ install, build: fresh })).toEqual({ install: true, build: false });
  });

  it.each(stale)('builds, without installing, when it was %s', (_, build) => {
    expect(planSteps({ install: fresh, build })).toEqual({ install: false, build: true });
  });
});
