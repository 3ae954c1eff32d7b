import { bringUp, newestVersion } from '@coherence/board';
import type { DocumentMigrations } from '@coherence/board';
import { hasPending, hydrate } from '../rooms/document/document.ts';
import { piecesOfStored } from '../rooms/document/hydrate-in-pieces.ts';
import { renewalOf } from '../rooms/document/renewal.ts';
import type { Renewing } from '../rooms/document/renewal.ts';
import type { Renewal, StoredDoc } from '../storage/storage.ts';
import { QUICK_MS } from './opening-limits.ts';

/** A document as stored, and whether it is a board or one person's own. */
export interface TrialJob {
  readonly stored: Pick<StoredDoc, 'snapshot' | 'rows' | 'writers' | 'version'>;
  readonly isBoard: boolean;
  /**
   * `cut`: it is known to open quickly, and only cut into the pieces in which it is built up. A `Renewing`: its next
   * generation is made.
   */
  readonly task?: 'try' | 'cut' | Renewing;
}

/** `ms`: CPU that opening it took. */
export type TrialResult =
  | { readonly kind: 'quick'; readonly ms: number }
  | { readonly kind: 'cut'; readonly pieces: readonly Uint8Array[] }
  | { readonly kind: 'renewed'; readonly renewal: Renewal }
  /**
   * It took too long, or is brought up to the newest version: here it is anew. `file`: what a board that took too long
   * said, as a version keeps it.
   */
  | {
      readonly kind: 'healed';
      readonly ms: number;
      readonly renewal: Renewal;
      readonly file: Uint8Array | null;
    };

/** Milliseconds of CPU that this thread has used: what it waited for does not count. */
export function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/**
 * Opens a document as a room would, and makes it anew where that takes too long or it is owed steps of its format. Runs in
 * a thread of its own: it may take any time. Throws when the bytes are no document or one of a newer server, when a step
 * fails, or the new one would not say the same.
 */
export async function tryOpening(
  { stored, isBoard, task = 'try' }: TrialJob,
  cpuMs = threadCpuMs,
  migrations?: DocumentMigrations,
): Promise<TrialResult> {
  if (task === 'cut') return { kind: 'cut', pieces: [...piecesOfStored(stored)] };
  if (task !== 'try') return { kind: 'renewed', renewal: renewalOf(stored, task, migrations) };
  const from = cpuMs();
  const doc = hydrate(stored);
  const ms = cpuMs() - from;
  try {
    const isOwed = stored.version !== newestVersion(isBoard, migrations);
    if (isOwed && hasPending(doc)) throw new Error('the log lacks parts');
    const version = bringUp(doc, { version: stored.version, isBoard }, migrations);
    const isSlow = ms > QUICK_MS;
    if (!isSlow && !isOwed) return { kind: 'quick', ms };
    const { fileOf, heal } = await import('./heal.ts');
    const renewal = heal(doc, { writers: stored.writers, version });
    return { kind: 'healed', ms, renewal, file: isSlow && isBoard ? await fileOf(doc) : null };
  } finally {
    doc.destroy();
  }
}
