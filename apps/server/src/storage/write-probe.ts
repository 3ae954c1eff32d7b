import type { Storage } from './storage.ts';

export interface ProbeResult {
  readonly saved: boolean;
  readonly ms: number;
}

/** A write is tried at most so often, however many ask whether the disk takes it. */
const PROBE_EVERY_MS = 1_000;

/** Whether a write that changes nothing is stored, and how long it took. `now` in milliseconds. */
export function writeProbe(
  storage: Pick<Storage, 'testWrite'>,
  now: () => number,
): () => Promise<ProbeResult> {
  let last: { readonly at: number; readonly answer: Promise<ProbeResult> } | null = null;
  return () => {
    const at = now();
    if (last !== null && at - last.at < PROBE_EVERY_MS) return last.answer;
    const ends = (saved: boolean) => (): ProbeResult => ({ saved, ms: Math.round(now() - at) });
    const answer = storage.testWrite().then(ends(true), ends(false));
    last = { at, answer };
    return answer;
  };
}
