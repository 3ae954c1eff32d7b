import type { DocKey, LoadError, StoredDoc } from '../storage/storage.ts';

/**
 * Says whether a stored document may be opened on the event loop. `failed`: come back, it has begun a new generation
 * say; `damaged`: it can be neither served nor written. `pieces`: a large snapshot, cut away from the event loop.
 */
export interface Opener {
  prepare(
    key: DocKey,
    stored: StoredDoc,
  ): Promise<{ ok: true; pieces?: readonly Uint8Array[] } | { ok: false; error: LoadError; reason: string }>;
}
