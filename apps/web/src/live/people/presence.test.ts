import { expect, it } from 'vitest';
import { lastingFact } from './presence.ts';

it('gives back the earlier fact as long as presence says the same', () => {
  const fact = lastingFact<{ view: string | null }>();
  const first = fact({ view: 'grid' });
  expect(fact({ view: 'grid' })).toBe(first);
  expect(fact({ view: 'map' })).toEqual({ view: 'map' });
  expect(fact({ view: 'grid' })).not.toBe(first);
});
