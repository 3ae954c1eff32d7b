import { phaseSchema } from '@coherence/board';
import { describe, expect, it } from 'vitest';
import { phasesAround } from './phases-around.ts';

const agenda = Array.from({ length: 7 }, (_, index) =>
  phaseSchema.parse({ id: `p${index}`, kind: 'write', title: `P${index}` }),
);

describe('the phases around the one that is on', () => {
  it.each([
    [null, 'p0 p1 p2 p3 p4'],
    ['p1', 'p0 p1 p2 p3 p4'],
    ['p3', 'p1 p2 p3 p4 p5'],
    ['p6', 'p2 p3 p4 p5 p6'],
  ])('%s: %s', (current, expected) => {
    expect(
      phasesAround(agenda, current)
        .map(({ id }) => id)
        .join(' '),
    ).toBe(expected);
  });

  it('are all of a short agenda', () => {
    expect(phasesAround(agenda.slice(0, 2), 'p1')).toHaveLength(2);
  });
});
