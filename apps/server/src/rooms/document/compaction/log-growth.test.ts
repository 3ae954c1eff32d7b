import { expect, it } from 'vitest';
import { COMPACT_BYTES, COMPACT_ROWS, DOC_FULL_BYTES, FULL_CHECK_BYTES } from '../../limits/room-limits.ts';
import { LogGrowth } from './log-growth.ts';

const empty = () => new LogGrowth({ snapshot: null, snapshotSeq: 0, rows: [] });

it('asks for a snapshot after so many rows, or after so many bytes, and begins again with one', () => {
  const growth = empty();
  expect(growth.add(1, COMPACT_ROWS)).toBe(false);
  expect(growth.add(1, COMPACT_ROWS + 1)).toBe(true);
  expect(growth.compacted(COMPACT_ROWS, 10)).toBe(true);
  expect(growth.rowsUpTo(COMPACT_ROWS + 1)).toBe(1);
  expect(growth.add(COMPACT_BYTES, COMPACT_ROWS + 2)).toBe(false);
  expect(growth.add(1, COMPACT_ROWS + 3)).toBe(true);
});

it('lets the log of a large document grow as large as its snapshot', () => {
  const growth = new LogGrowth({
    snapshot: new Uint8Array(3 * COMPACT_BYTES),
    snapshotSeq: 7,
    rows: [new Uint8Array(COMPACT_BYTES), new Uint8Array(COMPACT_BYTES)],
  });
  expect(growth.rowsUpTo(9)).toBe(2);
  expect(growth.add(COMPACT_BYTES, 10)).toBe(false);
  expect(growth.add(1, 11)).toBe(true);
});

it('ignores a snapshot that is no newer than the one there is', () => {
  const growth = empty();
  expect(growth.compacted(5, DOC_FULL_BYTES + 1)).toBe(true);
  expect(growth.compacted(5, 1)).toBe(false);
  expect(growth.compacted(4, 1)).toBe(false);
  expect(growth.rowsUpTo(6)).toBe(1);
  expect([growth.percent, growth.free]).toEqual([100, -1]);
});

it('[FULL1] counts what follows the snapshot in full, until the next snapshot shows what it comes to', () => {
  const growth = empty();
  expect([growth.percent, growth.free]).toEqual([0, DOC_FULL_BYTES]);
  expect(growth.add(DOC_FULL_BYTES, 1)).toBe(true);
  expect([growth.percent, growth.free]).toEqual([100, 0]);
  growth.compacted(1, DOC_FULL_BYTES / 2);
  expect([growth.percent, growth.free]).toEqual([50, DOC_FULL_BYTES / 2]);
});

it('[FULL1] is folded sooner where it is nearly full, and not at each word where it is full', () => {
  const growth = empty();
  growth.compacted(1, DOC_FULL_BYTES * 0.9);
  expect(growth.add(COMPACT_BYTES, 2)).toBe(false);
  expect(growth.add(1, 3)).toBe(true);
  growth.compacted(3, DOC_FULL_BYTES);
  expect(growth.add(FULL_CHECK_BYTES, 4)).toBe(false);
  expect(growth.add(1, 5)).toBe(true);
});
