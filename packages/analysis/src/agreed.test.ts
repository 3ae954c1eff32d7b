import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreedLinks } from './agreed.ts';
import type { Link } from './graph.ts';

const link = (from: string, to: string, rooms?: number, sources?: number): Link => ({
  from,
  to,
  polarity: '+',
  ...(rooms === undefined ? {} : { rooms }),
  ...(sources === undefined ? {} : { sources }),
});

describe('what several rooms see', () => {
  it('is what two or more named, most rooms first, then most sources', () => {
    const links = [
      link('a', 'b'),
      link('b', 'c', 1, 9),
      link('c', 'd', 2, 2),
      link('d', 'e', 3),
      link('e', 'f', 2, 4),
    ];
    expect(agreedLinks(links).map(({ from, rooms }) => [from, rooms])).toEqual([
      ['d', 3],
      ['e', 2],
      ['c', 2],
    ]);
    expect(agreedLinks([{ ...link('a', 'b', 2), polarity: 'mixed' }])).toEqual([
      { from: 'a', to: 'b', polarity: 'mixed', rooms: 2 },
    ]);
  });

  it('does not depend on the order in which links came', () => {
    const some = fc.uniqueArray(
      fc.record({ from: fc.constantFrom('a', 'b', 'c'), to: fc.constantFrom('x', 'y'), rooms: fc.nat(4) }),
      { selector: ({ from, to }) => `${from}>${to}` },
    );
    fc.assert(
      fc.property(some, fc.nat(), (links, turn) => {
        const all = links.map(({ from, to, rooms }) => link(from, to, rooms));
        const turned = [...all.slice(turn % (all.length + 1)), ...all.slice(0, turn % (all.length + 1))];
        expect(agreedLinks(turned)).toEqual(agreedLinks(all));
      }),
    );
  });
});
