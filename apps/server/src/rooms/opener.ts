import type { DocKey, LoadError, Renewal, StoredDoc } from '../storage/storage.ts';
import type { Renewing } from './document/renewal.ts';

/**
 * What takes long of a document is done here, away from the event loop. `prepare` says whether a stored document may be opened on the event loop. `failed`: come back; `damaged`: it can be neither
 * served nor written; `renewed`: it goes on as `next`. `pieces`: a large snapshot, cut already.
 */
export interface Opener {
  prepare(
    key: DocKey,
    stored: StoredDoc,
  ): Promise<
    | { ok: true; pieces?: readonly Uint8Array[] }
    | { ok: false; error: LoadError; reason: string }
    | { ok: false; error: 'renewed'; next: DocKey }
  >;
  /** The next generation of a stored document. `unreadable`: none can be made of it; `ended`: the server stops. */
  renew(stored: StoredDoc, how: Renewing): Promise<Renewal | 'unreadable' | 'ended'>;
}
