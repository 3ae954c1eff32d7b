import { expect, it } from 'vitest';
import { comingOrder } from './coming-order.ts';

it.each([
  [[], ['a', 'b'], ['a', 'b']],
  [
    ['b', 'a'],
    ['a', 'b'],
    ['b', 'a'],
  ],
  [
    ['b', 'a'],
    ['new', 'a', 'b'],
    ['b', 'a', 'new'],
  ],
  [
    ['b', 'gone', 'a'],
    ['a', 'b'],
    ['b', 'a'],
  ],
])('known %j, now %j: shown %j', (known, now, shown) => {
  expect(comingOrder(known, now)).toEqual(shown);
});
