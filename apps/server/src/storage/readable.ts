import type { LoadResult, StoredDoc } from './port/document-log.ts';

/** A stored blob after its checksum was verified: null when it failed. */
interface CheckedBlob {
  readonly seq: number;
  readonly payload: Uint8Array | null;
}

/**
 * Picks the newest intact snapshot from which an unbroken, intact run of rows leads to `headSeq`.
 * Snapshots come newest first, rows in order. Rows a chosen snapshot covers may be damaged or gone.
 */
export function chooseReadable(
  snapshots: readonly CheckedBlob[],
  rows: readonly CheckedBlob[],
  headSeq: number,
  ofHead: Pick<StoredDoc, 'writers' | 'untried' | 'version'>,
): LoadResult {
  const starts = [...snapshots.filter((one) => one.payload !== null), { seq: 0, payload: null }];
  let firstProblem = '';
  for (const start of starts) {
    const run: Uint8Array[] = [];
    let problem = '';
    let next = start.seq + 1;
    for (const row of rows) {
      if (row.seq < next) continue;
      if (row.seq !== next) break;
      if (row.payload === null) {
        problem = `row ${row.seq} is damaged`;
        break;
      }
      run.push(row.payload);
      next += 1;
    }
    if (problem === '' && next !== headSeq + 1) problem = `row ${next} is missing`;
    if (problem === '') {
      return {
        ok: true,
        value: { snapshot: start.payload, snapshotSeq: start.seq, rows: run, seq: headSeq, ...ofHead },
      };
    }
    firstProblem ||= problem;
  }
  return { ok: false, error: 'damaged', reason: firstProblem };
}
