import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { randomFrom } from '@coherence/board/testing';
import { SqliteEngine } from '../../src/storage/sqlite/sqlite-engine.ts';
import { newBoard } from '../../src/storage/storage.contract.ts';
import { boardBatch } from '../../src/storage/store.ts';
import { mixed, momentOf, openMoment } from './torn-files.ts';
import type { Moment } from './torn-files.ts';

const key = { board: 'b1', generation: 1, owner: '' };
/** Disks write such blocks whole, or not at all. */
const BLOCK_BYTES = 512;
const WAL_HEADER_BYTES = 32;
/** Now and then so much at once that the log is carried into the file, and begun anew. */
const LARGE_BYTES = 400_000;

interface Step {
  readonly moment: Moment;
  /** Number of the newest row that was acknowledged by then. */
  readonly seq: number;
  /** What only carries the log into the file writes nothing new. */
  readonly kind: 'row' | 'snapshot' | 'carry';
}

interface Written {
  readonly steps: readonly Step[];
  readonly rows: ReadonlyMap<number, Uint8Array>;
  readonly snapshots: ReadonlyMap<number, Uint8Array>;
}

/** Writes on a store and keeps what its files were after each step. */
export function writeAWhile(seed: number, count: number): Written {
  const { next } = randomFrom(seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'coherence-power-'));
  const engine = new SqliteEngine(dataDir);
  try {
    engine.write(boardBatch(newBoard(), 0));
    const rows = new Map<number, Uint8Array>([[1, newBoard().firstUpdate]]);
    const snapshots = new Map<number, Uint8Array>();
    const steps: Step[] = [];
    let seq = 1;
    const randomBytes = (most: number) =>
      Uint8Array.from({ length: 1 + Math.floor(next() * most) }, () => Math.floor(next() * 256));
    const isAfterSnapshot = () => (steps.at(-1)?.kind ?? 'snapshot') === 'snapshot';
    for (let step = 0; step < count; step += 1) {
      const dice = next();
      let kind: Step['kind'] = 'row';
      if (dice < 0.1) {
        kind = 'carry';
        engine.erase({ drops: [{ table: 'chores', key: 'none' }] });
      } else if (dice < 0.2 && !isAfterSnapshot()) {
        kind = 'snapshot';
        const snapshot = randomBytes(9_000);
        expect(engine.saveSnapshot(key, seq, snapshot)).toEqual({ ok: true });
        if (!snapshots.has(seq)) snapshots.set(seq, snapshot);
      } else {
        const update = randomBytes(dice > 0.9 ? LARGE_BYTES : 6_000);
        expect(engine.appendAll([{ key, update, claims: [] }])).toEqual([{ ok: true, seq: seq + 1 }]);
        seq += 1;
        rows.set(seq, update);
      }
      steps.push({ moment: momentOf(dataDir), seq, kind });
    }
    return { steps, rows, snapshots };
  } finally {
    engine.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * What the files may be when the power goes between two steps. The log is flushed before a commit is acknowledged, and
 * its header before its first frame; it is carried into the file only after that, and begun anew only once the file is
 * flushed. Within these bounds any block may have got to the disk, or not.
 */
export function lossBetween(before: Step, after: Step, next: () => number): Moment {
  const [old, young] = [before.moment, after.moment];
  const likely = next();
  const atRandom = () => next() < likely;
  if (after.kind === 'carry') {
    if (next() < 0.3) return { database: young.database, wal: next() < 0.5 ? young.wal : old.wal };
    return { database: mixed(old.database, young.database, BLOCK_BYTES, atRandom), wal: old.wal };
  }
  if (next() < 0.3) {
    return { database: mixed(old.database, young.database, BLOCK_BYTES, atRandom), wal: young.wal };
  }
  const wal = mixed(old.wal, young.wal, BLOCK_BYTES, atRandom);
  young.wal.copy(wal, 0, 0, WAL_HEADER_BYTES);
  const shortest = startsAnew(old, young) ? WAL_HEADER_BYTES : old.wal.length;
  const cut = next() < 0.5 ? wal.length : shortest + Math.floor(next() * (wal.length - shortest));
  if (next() < 0.3 && young.wal.length > old.wal.length) flip(wal, old.wal.length, next);
  return { database: old.database, wal: wal.subarray(0, cut) };
}

const startsAnew = (old: Moment, young: Moment) =>
  !young.wal.subarray(0, WAL_HEADER_BYTES).equals(old.wal.subarray(0, WAL_HEADER_BYTES));

/** Changes one bit at or past `from`. */
export function flip(bytes: Buffer, from: number, next: () => number): Buffer {
  const at = from + Math.floor(next() * (bytes.length - from));
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(next() * 8)), at);
  return bytes;
}

/** Opens a copy. Answers the number of its newest row, after comparing every byte; or why it was refused. */
export function opened(moment: Moment, { rows, snapshots }: Written): number | { readonly reason: string } {
  const found = openMoment(moment, key);
  if (!found.ok) {
    expect(found.reason).not.toBe('');
    return { reason: found.reason };
  }
  const { snapshot, snapshotSeq, rows: run, seq } = found.value;
  expect(run.length).toBe(seq - snapshotSeq);
  expect(snapshot ?? undefined, `snapshot ${snapshotSeq}`).toEqual(snapshots.get(snapshotSeq));
  for (const [index, row] of run.entries()) {
    if (Buffer.compare(row, rows.get(snapshotSeq + 1 + index) ?? Buffer.alloc(0)) !== 0)
      expect.unreachable(`row ${snapshotSeq + 1 + index} is not what was written`);
  }
  return seq;
}
