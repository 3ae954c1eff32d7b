import { expect, test } from 'vitest';
import { stepsFor } from './step-list.ts';

const BOARD_VIEWS = ['grid', 'map', 'outline'] as const;

test('one step is current in every view, and map and outline are the same step', () => {
  const current = BOARD_VIEWS.map((view) => stepsFor(view, false).filter((step) => step.current));
  expect(current.map((steps) => steps.map((step) => step.number))).toEqual([[1], [2], [2]]);
});

test('the current step leads to where one is, so that a click on it changes nothing', () => {
  for (const view of BOARD_VIEWS) expect(stepsFor(view, true).find((step) => step.current)?.view).toBe(view);
});

test('from the grid the second step is the map, on a phone its outline', () => {
  expect([false, true].map((narrow) => stepsFor('grid', narrow)[1]?.view)).toEqual(['map', 'outline']);
});

test('on the screen of a phase, the step of the phase is current', () => {
  expect(stepsFor('room', false, 3).filter((step) => step.current)).toMatchObject([{ number: 3 }]);
  expect(stepsFor('room', false).some((step) => step.current)).toBe(false);
});
