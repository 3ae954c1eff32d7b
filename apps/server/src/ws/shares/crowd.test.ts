import { expect, it } from 'vitest';
import { ManualClock } from '../../time/manual-clock.ts';
import { Crowd } from './crowd.ts';

it('[SHARE8] an address has half of all that may be without a place, and a neighbour the other half', () => {
  const crowd = new Crowd(new ManualClock(), { entering: 1_000 });
  const comeWhileThereIsRoom = (address: string) => {
    const gone: (() => void)[] = [];
    while (gone.length < 2_000 && crowd.hasRoomAt(address)) gone.push(crowd.comes(address));
    return gone;
  };
  const flood = comeWhileThereIsRoom('a');
  expect(flood).toHaveLength(500);
  expect(crowd.hasRoomAt('b')).toBe(true);
  expect(comeWhileThereIsRoom('b')).toHaveLength(500);
  expect(crowd.hasRoomAt('c')).toBe(false);
  for (const goes of flood.slice(0, 2)) for (let twice = 0; twice < 2; twice += 1) goes();
  expect(comeWhileThereIsRoom('c')).toHaveLength(2);
});
