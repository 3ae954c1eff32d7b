import { describe, expect, it } from 'vitest';
import { createBoard } from '../create.ts';
import { takeOut } from '../doc.ts';
import { readSnapshot } from '../snapshot.ts';
import { roundOf } from '../testing/open-round.ts';
import { closeRound, tally } from './tally.ts';

/** Closes a round and the ones that take it back; each lists for every unit what its voters gave to `a`. */
function unitsShown(...rounds: readonly Given[]): string[][] {
  return closedLast(...rounds).map(({ votersByUnit }) => Object.keys(votersByUnit).toSorted());
}

type Given = Readonly<Record<string, readonly number[]>>;

function closedLast(...rounds: readonly Given[]) {
  const made = createBoard({ title: 'T' });
  if (!made.ok) throw new Error(made.error.message);
  rounds.forEach((given, index) => {
    const round = roundOf({ id: `r${index}`, identity: 'unit', ballots: index === 0 ? null : 'r0' });
    const people = Object.entries(given).flatMap(([unit, dots]) =>
      dots.map((mark) => ({ ballot: { a: [mark], b: [1] }, unit, name: '' })),
    );
    closeRound(made.value, round, tally(round, people), new Date(index));
    takeOut(made.value, 'voteRounds', index === 0 ? ['r0'] : []);
  });
  return readSnapshot(made.value).voteRounds.slice(-1);
}

const BEFORE = { x: [1, 1, 1], y: [1, 1, 2] };

describe('[VOTE7] a count of the same ballots again', () => {
  it.each([
    ['nothing changed', BEFORE, ['x', 'y']],
    ['one of y votes as well', { ...BEFORE, y: [1, 1, 2, 2] }, []],
    ['one of y thought again', { ...BEFORE, y: [1, 1, 1] }, []],
    ['one moved from y to x', { x: [1, 1, 1, 1], y: [1, 2, 1] }, []],
    ['three of y vote as well', { ...BEFORE, y: [1, 1, 2, 1, 1, 1] }, ['x', 'y']],
    ['a third unit votes', { ...BEFORE, z: [1, 1, 1] }, []],
  ])('%s', (_what, now, shown) => {
    expect(unitsShown(BEFORE, now)).toEqual([shown]);
  });

  it('is compared with all before it', () => {
    const [three, four] = [
      { x: [1, 1, 1], y: [1, 1, 1] },
      { x: [1, 1, 1], y: [1, 1, 1, 2] },
    ];
    const seven = { x: [1, 1, 1], y: [1, 1, 1, 2, 1, 1, 1] };
    expect(unitsShown(three, four, seven)).toEqual([['x', 'y']]);
    expect(unitsShown(three, seven, { ...seven, y: seven.y.slice(1) })).toEqual([[]]);
  });

  it('says why no unit is shown, and only then', () => {
    const hidden = (...rounds: readonly Given[]) => closedLast(...rounds)[0]?.unitsHidden;
    expect(hidden(BEFORE, BEFORE)).toBeNull();
    expect(hidden(BEFORE, { ...BEFORE, y: [1, 1, 2, 2] })).toBe(true);
    // One unit alone is shown in no count.
    expect(hidden({ x: [1, 1, 1] }, { x: [1, 1, 1, 1] })).toBeNull();
  });
});
