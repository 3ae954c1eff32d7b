import { expect, test } from 'vitest';
import { whatWasMissed } from './missed.ts';

const counts = { factors: 63, influences: 0 };
const phase = (earlier: string[]) => ({ kind: 'vote', title: 'Vote', number: earlier.length + 1, earlier });

test('who is in time has missed nothing', () => {
  expect(whatWasMissed({ phase: null, counts })).toBeNull();
  expect(whatWasMissed({ phase: phase([]), counts })).toBeNull();
});

test('a person who is late hears where the room is and the last few things before', () => {
  expect(whatWasMissed({ phase: phase(['Welcome', 'Write alone', 'Walk']), counts })).toEqual({
    number: 4,
    title: 'Vote',
    earlier: ['Welcome', 'Write alone', 'Walk'],
    more: 0,
    factors: 63,
  });
  expect(whatWasMissed({ phase: phase(['1', '2', '3', '4', '5', '6', '7']), counts })).toMatchObject({
    earlier: ['3', '4', '5', '6', '7'],
    more: 2,
  });
});
