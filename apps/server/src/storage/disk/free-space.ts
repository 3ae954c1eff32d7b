import { statfsSync } from 'node:fs';

const LOOK_EVERY_MS = 5_000;
const MIB = 1024 * 1024;
/** Kept free for what people write, unless the operator says otherwise: this share of the disk, and no more than so much. */
const SHARE = 0.02;
const MOST_BYTES = 128 * MIB;

interface Space {
  readonly totalBytes: number;
  readonly freeBytes: number;
}

/**
 * Whether the disk under `folder` has less than `keepFreeMib` left (null: a fiftieth, at most 128 MiB); looked up at most
 * every five seconds. A disk that does not tell is taken to have enough. `now` in milliseconds.
 */
export function scarceSpace(
  folder: string,
  keepFreeMib: number | null,
  { now, look = spaceOf }: { readonly now: () => number; readonly look?: (folder: string) => Space },
): () => boolean {
  let [isScarce, lookedAt] = [false, -Infinity];
  return () => {
    if (now() - lookedAt < LOOK_EVERY_MS) return isScarce;
    lookedAt = now();
    try {
      const { totalBytes, freeBytes } = look(folder);
      const kept = keepFreeMib === null ? Math.min(MOST_BYTES, totalBytes * SHARE) : keepFreeMib * MIB;
      isScarce = freeBytes < kept;
    } catch {
      isScarce = false;
    }
    return isScarce;
  };
}

function spaceOf(folder: string): Space {
  const { bsize, blocks, bavail } = statfsSync(folder);
  return { totalBytes: blocks * bsize, freeBytes: bavail * bsize };
}
