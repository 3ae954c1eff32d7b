import type { DocKey, LoadError, StoredDoc } from '../storage/storage.ts';

/**
 * Says whether a stored document may be opened on the event loop. `failed`: come back, it has begun a new generation
 * say; `damaged`: it can be neither served nor written.
 */
export interface Opener {
  prepare(
    key: DocKey,
    stored: StoredDoc,
  ): Promise<{ ok: true } | { ok: false; error: LoadError; reason: string }>;
}
