/** Whose turn a piece of work takes: each name is a share of the one before it, as address, board, person. */
export type Path = readonly string[];

interface Share<T> {
  /** Time its work has taken, in ms, counted from where the others stood when it came. */
  spent: number;
  readonly shares: Map<string, Share<T>>;
  readonly waiting: T[];
  size: number;
}

/**
 * Work that waits for one worker. Next comes the share that has had the least of the worker's time, at every level of
 * the path, and within the last the one that came first: a person who asks for a hundred large files waits for them,
 * the others do not. A share that has nothing waiting is forgotten; it begins again where the least of the others
 * stands, so nothing is saved up.
 */
export class FairQueue<T> {
  readonly #root: Share<T> = newShare(0);

  get size(): number {
    return this.#root.size;
  }

  /** How much waits below this path. */
  sizeAt(path: Path): number {
    return this.#sharesOn(path).at(-1)?.size ?? 0;
  }

  push(path: Path, work: T): void {
    let share = this.#root;
    share.size += 1;
    for (const name of path) {
      const found = share.shares.get(name) ?? newShare(leastSpent(share));
      share.shares.set(name, found);
      found.size += 1;
      share = found;
    }
    share.waiting.push(work);
  }

  /** Takes out what comes next. */
  shift(): { readonly path: Path; readonly work: T } | null {
    if (this.#root.size === 0) return null;
    const path: string[] = [];
    let share = this.#root;
    for (;;) {
      share.size -= 1;
      const work = share.shares.size === 0 ? share.waiting.shift() : undefined;
      if (work !== undefined) return { path, work };
      const next = [...share.shares]
        .filter(([, one]) => one.size > 0)
        .toSorted((a, b) => a[1].spent - b[1].spent)[0];
      if (next === undefined) return null;
      path.push(next[0]);
      [, share] = next;
    }
  }

  /** The worker was at work for this path for `ms`. */
  spend(path: Path, ms: number): void {
    for (const share of this.#sharesOn(path)) share.spent += ms;
    this.#prune(this.#root);
  }

  /** Everything that waits, in no order; the queue is empty then. */
  clear(): T[] {
    const all: T[] = [];
    for (let next = this.shift(); next !== null; next = this.shift()) all.push(next.work);
    return all;
  }

  /** Those shares on the way that are there; all of them, or else none. */
  #sharesOn(path: Path): Share<T>[] {
    const found: Share<T>[] = [];
    let share: Share<T> | undefined = this.#root;
    for (const name of path) {
      share = share.shares.get(name);
      if (share === undefined) return [];
      found.push(share);
    }
    return found;
  }

  #prune(share: Share<T>): void {
    for (const [name, one] of share.shares) {
      if (one.size === 0) share.shares.delete(name);
      else this.#prune(one);
    }
  }
}

function newShare<T>(spent: number): Share<T> {
  return { spent, shares: new Map(), waiting: [], size: 0 };
}

function leastSpent<T>({ shares }: Share<T>): number {
  return shares.size === 0 ? 0 : Math.min(...[...shares.values()].map(({ spent }) => spent));
}
