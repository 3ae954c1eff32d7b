import { ApiError } from '../../errors.ts';

const MIB = 1024 * 1024;
/** What waits in memory of the bodies of large requests: of one address, and of all. Each body has 8 MiB at most. */
const HELD_MAX = { address: 96 * MIB, all: 256 * MIB } as const;

export interface Holding {
  /** So many bytes more have arrived. Throws `busy` where no more may wait. */
  readonly add: (bytes: number) => void;
  /** The request has been answered. */
  readonly end: () => void;
}

/** Counts bytes of large bodies from their arrival until they are done with, so that what waits cannot fill the memory. */
export class HeldBytes {
  readonly #of = new Map<string, number>();
  #all = 0;

  open(address: string): Holding {
    let held = 0;
    return {
      add: (bytes) => {
        const here = (this.#of.get(address) ?? 0) + bytes;
        if (here > HELD_MAX.address || this.#all + bytes > HELD_MAX.all) throw new ApiError('busy');
        held += bytes;
        this.#count(address, bytes);
      },
      end: () => {
        this.#count(address, -held);
        held = 0;
      },
    };
  }

  #count(address: string, bytes: number): void {
    this.#all += bytes;
    const here = (this.#of.get(address) ?? 0) + bytes;
    if (here === 0) this.#of.delete(address);
    else this.#of.set(address, here);
  }
}
