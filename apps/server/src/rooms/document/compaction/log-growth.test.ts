import { expect, it } from 'vitest';
import { COMPACT_BYTES, COMPACT_ROWS, DOC_FULL_BYTES } from '../../limits/room-limits.ts';
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
  expect(growth.isFull).toBe(true);
});

it('is full by its snapshot alone', () => {
  const growth = empty();
  growth.add(DOC_FULL_BYTES + 1, 1);
  expect(growth.isFull).toBe(false);
  growth.compacted(1, DOC_FULL_BYTES);
  expect(growth.isFull).toBe(false);
});
