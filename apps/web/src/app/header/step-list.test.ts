import { expect, test } from 'vitest';
import { VIEWS } from '../routes.ts';
import { stepsFor } from './step-list.ts';

test('one step is current in every view, and map and outline are the same step', () => {
  const current = VIEWS.map((view) => stepsFor(view, false).filter((step) => step.current));
  expect(current.map((steps) => steps.map((step) => step.number))).toEqual([[1], [2], [2]]);
});

test('the current step leads to where one is, so that a click on it changes nothing', () => {
  for (const view of VIEWS) expect(stepsFor(view, true).find((step) => step.current)?.view).toBe(view);
});

test('from the grid the second step is the map, on a phone its outline', () => {
  expect([false, true].map((narrow) => stepsFor('grid', narrow)[1]?.view)).toEqual(['map', 'outline']);
});
