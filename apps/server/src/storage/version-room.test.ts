import { expect, it } from 'vitest';
import { NAMED_BYTES_MAX, UNASKED_VERSIONS_MAX, VERSION_BYTES_MAX, versionsToDrop } from './version-room.ts';

const MIB = 1024 * 1024;
const kept = (count: number, bytes: number, kind: 'named' | 'phase') =>
  Array.from({ length: count }, (_, index) => ({ id: `${kind} ${index}`, kind, bytes }));

it('[SHARE34] versions of a board have so many bytes: the oldest unasked go first, named ones never', () => {
  const large = kept(20, 6 * MIB, 'phase');
  expect(versionsToDrop(large, { kind: 'phase', bytes: 6 * MIB })).toHaveLength(11);
  expect(versionsToDrop(large, { kind: 'phase', bytes: 6 * MIB })[0]).toBe('phase 9');
  const named = kept(8, 6 * MIB, 'named');
  expect(versionsToDrop([...named, ...large], { kind: 'phase', bytes: 6 * MIB })).toHaveLength(19);
  expect(versionsToDrop([...kept(30, 6 * MIB, 'named'), ...large], { kind: 'named', bytes: 1 })).toHaveLength(
    20,
  );
  expect(versionsToDrop(kept(100, 6 * MIB, 'named'), { kind: 'phase', bytes: 6 * MIB })).toEqual([]);
});

it('of small ones a hundred are kept, and asking for one costs none of them', () => {
  const small = kept(UNASKED_VERSIONS_MAX, 100_000, 'phase');
  expect(versionsToDrop(small, { kind: 'reveal', bytes: 100_000 })).toEqual(['phase 99']);
  expect(versionsToDrop(small, { kind: 'named', bytes: 100_000 })).toEqual([]);
  // Beside all that was asked for, two of the largest are kept unasked.
  expect(VERSION_BYTES_MAX - NAMED_BYTES_MAX).toBeGreaterThanOrEqual(2 * 7 * MIB);
});
