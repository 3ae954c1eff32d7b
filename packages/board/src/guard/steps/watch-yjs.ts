import * as Y from 'yjs';

/** What Yjs really did while it applied an update, seen from outside. */
export type Seen = {
  looked: number;
  walked: number;
  splits: number;
  movedBySplits: number;
  movedByJoins: number;
};

type Integrate = (this: Y.Item, ...rest: unknown[]) => void;

const lefts = new WeakMap<Y.Item, Y.Item | null>();
let current: Y.Item | null = null;
let readsOfOthers = 0;
let isWatched = false;

/** Makes every read of `item.left` countable. For the rest of the process: call it before any document is made. */
export function watchItems(): void {
  if (isWatched) return;
  isWatched = true;
  Object.defineProperty(Y.Item.prototype, 'left', {
    get(this: Y.Item) {
      if (current !== null && current !== this) readsOfOthers += 1;
      return lefts.get(this) ?? null;
    },
    set(this: Y.Item, left: Y.Item | null) {
      lefts.set(this, left);
    },
  });
}

/**
 * Runs `work`, which applies an update to `doc`, and counts on Yjs itself: items added to the two sets of its conflict
 * loop, reads of `left` on the way to the start of a key's chain, and splices of the arrays that hold the structs.
 */
export function watch(doc: Y.Doc, work: () => void): Seen {
  const seen: Seen = { looked: 0, walked: 0, splits: 0, movedBySplits: 0, movedByJoins: 0 };
  const undo = [watchSets(seen), watchIntegrate(seen), watchSplices(doc, seen)];
  try {
    work();
  } finally {
    for (const back of undo) back();
  }
  return seen;
}

function watchSets(seen: Seen): () => void {
  const sets = Set.prototype as unknown as { add: (this: Set<unknown>, value: unknown) => Set<unknown> };
  const { add } = sets;
  sets.add = function watched(value) {
    if (value instanceof Y.Item) seen.looked += 0.5;
    return add.call(this, value);
  };
  return () => {
    sets.add = add;
  };
}

function watchIntegrate(seen: Seen): () => void {
  const prototype = Y.Item.prototype as unknown as { integrate: Integrate };
  const { integrate } = prototype;
  const around = (item: Y.Item, rest: unknown[]): void => {
    const { parent, parentSub, right } = item;
    const left = lefts.get(item) ?? null;
    if (!(parent instanceof Y.AbstractType) || parentSub === null || rest[1] !== 0) {
      integrate.apply(item, rest);
      return;
    }
    const hasChain = parent._map.has(parentSub);
    const looksRight = left === null && right !== null;
    const startsAtFront = left === null && (right === null || (lefts.get(right) ?? null) !== null);
    current = item;
    readsOfOthers = 0;
    integrate.apply(item, rest);
    current = null;
    const landsAtFront = (lefts.get(item) ?? null) === null;
    // Each walk reads `left` twice for every item it passes, and once more to see that there is none.
    const ends = hasChain ? Number(startsAtFront) + Number(landsAtFront) : 0;
    seen.walked += (readsOfOthers - Number(looksRight) - ends) / 2;
  };
  prototype.integrate = function watched(this: Y.Item, ...rest: unknown[]) {
    around(this, rest);
  };
  return () => {
    prototype.integrate = integrate;
  };
}

function watchSplices(doc: Y.Doc, seen: Seen): () => void {
  const { clients } = doc.store as { clients: Map<number, (Y.Item | Y.GC)[]> };
  class Watched extends Array<Y.Item | Y.GC> {
    override splice(start: number, removed = 0, ...added: (Y.Item | Y.GC)[]): (Y.Item | Y.GC)[] {
      const before = this.length;
      const [rest] = added;
      if (rest === undefined) seen.movedByJoins += before - start - removed + 1;
      else {
        const first = this[start - 1];
        if (!(first instanceof Y.Item)) throw new Error('a split of what is no item');
        seen.splits += 1;
        const index = indexBefore(starts.get(first.id.client), first.id.clock);
        seen.movedBySplits += before - (index ?? start - 1) - 1;
        if (first.content instanceof Y.ContentAny) seen.movedBySplits += first.length + rest.length;
      }
      return Array.prototype.splice.call(this, start, removed, ...added) as (Y.Item | Y.GC)[];
    }
    static override get [Symbol.species](): ArrayConstructor {
      return Array;
    }
  }
  const starts = new Map<number, { clocks: number[]; end: number }>();
  for (const [client, structs] of clients) {
    Object.setPrototypeOf(structs, Watched.prototype);
    starts.set(client, { clocks: structs.map(({ id }) => id.clock), end: Y.getState(doc.store, client) });
  }
  clients.set = function watched(client, structs) {
    Object.setPrototypeOf(structs, Watched.prototype);
    return Map.prototype.set.call(this, client, structs) as typeof clients;
  };
  return () => {
    for (const structs of clients.values()) Object.setPrototypeOf(structs, Array.prototype);
    clients.set = Map.prototype.set as typeof clients.set;
  };
}

/** Where the struct with this clock stood before the update; null for what the update brought. */
function indexBefore(start: { clocks: number[]; end: number } | undefined, clock: number): number | null {
  if (start === undefined || clock >= start.end) return null;
  return start.clocks.findLastIndex((first) => first <= clock);
}
