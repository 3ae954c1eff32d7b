import { RECORD_ROOTS, type RecordRoot } from './doc.ts';
import type { BoardSnapshot, SnapshotReader } from './snapshot.ts';

/** New records of each list that are drawn in one frame. */
const AT_ONCE = { first: 24, least: 20, most: 64 };
/** A frame of at most the first leaves time for twice as many records; one above the second is for half as many. In ms. */
const SHORT_MS = 40;
const LONG_MS = 90;

export type DrawnBoard = Pick<SnapshotReader, 'get' | 'subscribe' | 'destroy'>;

type Surroundings = {
  readonly snapshots: SnapshotReader;
  /** Whether the board is being opened: what it holds then is drawn in one go. */
  readonly isOpening: () => boolean;
  /** Calls back once what has changed by now is drawn. */
  readonly afterDrawing: (goOn: () => void) => void;
  /** In ms. */
  readonly now: () => number;
};

/**
 * The board as it is drawn: equal to the snapshot, except that of many records that came at once a few more are there
 * with each frame, so that a slow page answers in between (DRAW1). What is changed or removed shows at once.
 */
export function openDrawn({ snapshots, isOpening, afterDrawing, now }: Surroundings): DrawnBoard {
  const listeners = new Set<() => void>();
  let whole = snapshots.get();
  let drawn = whole;
  let atOnce = AT_ONCE.first;
  let left = atOnce;
  let isDrawing = false;
  let isDestroyed = false;

  function draw(): void {
    const before = left;
    if (isOpening()) drawn = whole;
    else [drawn, left] = withMore(drawn, whole, left);
    if (left === before || isDrawing) return;
    isDrawing = true;
    const from = now();
    afterDrawing(() => {
      isDrawing = false;
      if (isDestroyed) return;
      if (left === 0) atOnce = nextAtOnce(atOnce, now() - from);
      left = atOnce;
      if (drawn === whole) return;
      draw();
      for (const listener of listeners) listener();
    });
  }

  return {
    get() {
      const latest = snapshots.get();
      if (latest !== whole) {
        whole = latest;
        draw();
      }
      return drawn;
    },
    subscribe(listener) {
      listeners.add(listener);
      const stop = snapshots.subscribe(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
    destroy() {
      isDestroyed = true;
      listeners.clear();
    },
  };
}

function nextAtOnce(atOnce: number, took: number): number {
  if (took > LONG_MS) return Math.max(AT_ONCE.least, Math.floor(atOnce / 2));
  return took <= SHORT_MS ? Math.min(AT_ONCE.most, atOnce * 2) : atOnce;
}

/** What is drawn next, with at most so many new records in each list; and how many of the longest may still come in the same frame. */
function withMore(drawn: BoardSnapshot, whole: BoardSnapshot, most: number): [BoardSnapshot, number] {
  const partial: Partial<Record<RecordRoot, unknown>> = {};
  let left = most;
  for (const root of RECORD_ROOTS) {
    const records: readonly { readonly id: string }[] = whole[root];
    if (records === drawn[root]) continue;
    const known = new Set(drawn[root].map(({ id }) => id));
    let more = most;
    const some = records.filter(({ id }) => known.has(id) || more-- > 0);
    left = Math.min(left, Math.max(0, more));
    if (some.length < records.length) partial[root] = Object.freeze(some);
  }
  const isWhole = Object.keys(partial).length === 0;
  return [isWhole ? whole : (Object.freeze({ ...whole, ...partial }) as BoardSnapshot), left];
}
