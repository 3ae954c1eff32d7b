import type { DocKey, StoredDoc } from '../port/document-log.ts';
import { Store } from '../store.ts';
import { MemoryPort } from './memory-port.ts';

/** The store of tests: everything it keeps is in memory. */
export class MemoryStorage extends Store {
  readonly #memory: MemoryPort;

  constructor(memory = new MemoryPort()) {
    super(memory);
    this.#memory = memory;
  }

  /** Makes a document one from before: no person has counted its steps. */
  forgetTrial(key: DocKey): void {
    this.#memory.forgetTrial(key);
  }

  /** What a restarted server would read; lets a test look at stored rows without the server. */
  stored(key: DocKey): StoredDoc | null {
    return this.#memory.stored(key);
  }
}
