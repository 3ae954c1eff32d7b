import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLOOR, restsOnEnough, type Sum } from './floor.ts';

/** "a b C:cast d2": c's ballot was cast for them, d has changed theirs. */
const sum = (people: string): Sum =>
  new Map(
    people.split(' ').map((one) => {
      const [name = '', how = ''] = one.split(':');
      return [name.slice(0, 1).toLowerCase(), { is: name.slice(1), own: how !== 'cast' }];
    }),
  );
const rests = (...sums: string[]) => restsOnEnough(sums.map(sum));

describe('[SUM1] what is shown of choices', () => {
  it.each([
    ['nothing', [], true],
    ['three people', ['a b c'], true],
    ['two people', ['a b'], false],
    ['two people and one for whom others voted', ['a b c:cast'], false],
    ['only people for whom others voted', ['a:cast b:cast c:cast d:cast'], false],
    ['three, and two for whom others voted', ['a b c d:cast e:cast'], true],
    ['a total, and a part that leaves one', ['a b c d', 'a b c'], false],
    ['a total, and a part that leaves three', ['a b c d e f', 'a b c'], true],
    ['a part that leaves only those for whom others voted', ['a b c d:cast', 'a b c'], false],
    ['the same again', ['a b c', 'a b c'], true],
    ['one who thought again', ['a b c d', 'a b c d2'], false],
    ['two who thought again', ['a b c d', 'a b c2 d2'], false],
    ['three who thought again', ['a b c d', 'a b2 c2 d2'], true],
    ['one more', ['a b c', 'a b c d'], false],
    ['one fewer', ['a b c d', 'a b c'], false],
    ['one for whom others voted, more', ['a b c', 'a b c d:cast'], false],
    ['three more', ['a b c', 'a b c d e f'], true],
    ['one who now votes on a device', ['a b c d:cast', 'a b c d'], false],
    ['one who changed units', ['a b c g', 'd e f', 'a b c', 'd e f g'], false],
    [
      'what only several counts together tell',
      ['a b c d e f', 'a2 b2 c2 d e f', 'a2 b2 c d2 e2 f', 'a b c2 d2 e2 f'],
      false,
    ],
  ] as const)('%s', (_name, sums, expected) => {
    expect(rests(...sums)).toBe(expected);
  });

  it('lets nobody solve for fewer than three, whatever was shown', () => {
    // Every way to add and subtract the sums with small whole numbers, tried out.
    const people = ['a', 'b', 'c', 'd', 'e', 'f'];
    const part = fc.record({ is: fc.constantFrom('1', '2'), own: fc.boolean() });
    const anySum = fc
      .array(fc.option(part, { freq: 3 }), { minLength: people.length, maxLength: people.length })
      .map(
        (parts): Sum => new Map(parts.flatMap((one, at) => (one === null ? [] : [[people[at] ?? '', one]]))),
      );
    const factors = [-2, -1, 0, 1, 2];
    const ways = (count: number): number[][] =>
      count === 0 ? [[]] : ways(count - 1).flatMap((way) => factors.map((factor) => [...way, factor]));
    fc.assert(
      fc.property(fc.array(anySum, { minLength: 1, maxLength: 4 }), (sums) => {
        const found = ways(sums.length).some((way) => {
          const left = new Map<string, number>();
          for (const [at, one] of sums.entries())
            for (const [person, { is, own }] of one) {
              const key = `${person} ${is} ${own}`;
              left.set(key, (left.get(key) ?? 0) + (way[at] ?? 0));
            }
          const rest = [...left].filter(([, times]) => times !== 0).map(([key]) => key.split(' '));
          const own = new Set(rest.filter(([, , how]) => how === 'true').map(([person]) => person));
          return rest.length > 0 && own.size < FLOOR;
        });
        if (found) expect(restsOnEnough(sums)).toBe(false);
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it('is looked through for a room of a thousand in sixty units, and not where that would take long', () => {
    const everybody = Array.from({ length: 1000 }, (_, at) => [`p${at}`, { is: '', own: true }] as const);
    const inUnits = (units: number): Sum[] =>
      Array.from({ length: units }, (_, unit) => new Map(everybody.filter((__, at) => at % units === unit)));
    expect(restsOnEnough([new Map(everybody), ...inUnits(60)])).toBe(true);
    const alone = Array.from({ length: 60 }, (_, at) => new Map(everybody.slice(0, 900 + at)));
    expect(restsOnEnough(alone)).toBe(false);
  });
});
