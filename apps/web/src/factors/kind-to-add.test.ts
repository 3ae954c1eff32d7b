import { expect, it } from 'vitest';
import { kindToAdd } from './kind-to-add.ts';

it('is a strategy where the room looks for strategies, and left to the view elsewhere', () => {
  expect(kindToAdd({ kind: 'options' })).toBe('strategy');
  expect(kindToAdd({ kind: 'link' })).toBeNull();
  expect(kindToAdd(null)).toBeNull();
});
