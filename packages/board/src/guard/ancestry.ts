import * as Y from 'yjs';

export type Struct = Y.Item | Y.GC | Y.Skip;

/** A place in the document: depth 1 is a record of a root. `key`: of the map it stands in, null inside a text. */
export type Place = {
  readonly kind: 'root';
  readonly root: string;
  readonly depth: number;
  readonly key: string | null;
  /** What it stands in; null for a record. */
  readonly above: Place | null;
};

/**
 * Where a struct lives. `unknown`: it hangs on something neither the update nor the document has. `nowhere`: on
 * something long deleted.
 */
export type Ancestry = Place | { readonly kind: 'unknown' } | { readonly kind: 'nowhere' };

/** Steps after which a path is watched for going round in a ring. */
const RING_LOOK = 16;

const UNKNOWN: Ancestry = { kind: 'unknown' };
const NOWHERE: Ancestry = { kind: 'nowhere' };

/** Finds out where the structs of a decoded update would land, before any of it is applied. */
export class Ancestors {
  readonly #doc: Y.Doc;
  readonly #byClient = new Map<number, Struct[]>();
  readonly #known = new Map<Struct, Ancestry>();
  readonly #rootNames: ReadonlyMap<unknown, string>;

  constructor(doc: Y.Doc, structs: readonly Struct[]) {
    this.#doc = doc;
    this.#rootNames = new Map([...doc.share].map(([name, type]) => [type, name]));
    for (const struct of structs) {
      const list = this.#byClient.get(struct.id.client);
      if (list === undefined) this.#byClient.set(struct.id.client, [struct]);
      else list.push(struct);
    }
  }

  /** Follows parents, and neighbours where the parent is left out, up to the root. Iterative: depth is hostile. */
  of(start: Struct): Ancestry {
    const known = this.#known.get(start);
    if (known !== undefined) return known;
    const path: { struct: Struct; key: string | null; deeper: boolean }[] = [];
    // A ring is found a little later; most paths are a step or two, and a set for each costs more than the steps.
    let visited: Set<Struct> | null = null;
    let struct: Struct = start;
    let found: Ancestry | null = null;
    while (found === null) {
      found = this.#known.get(struct) ?? null;
      if (found !== null) break;
      if (path.length === RING_LOOK) visited = new Set(path.map((one) => one.struct));
      if (visited?.has(struct) === true) {
        found = UNKNOWN;
        break;
      }
      visited?.add(struct);
      const step = this.#up(struct);
      if ('kind' in step) {
        this.#known.set(struct, step);
        found = step;
      } else {
        path.push({ struct, key: keyOf(struct), deeper: step.deeper });
        struct = step.next;
      }
    }
    for (const { struct: below, key, deeper } of path.reverse()) {
      // What is left out because a neighbour says it, the key too, is the neighbour's.
      if (found.kind === 'root' && deeper) {
        const { root, depth }: Place = found;
        found = { kind: 'root', root, depth: depth + 1, key, above: found };
      }
      this.#known.set(below, found);
    }
    return found;
  }

  #up(struct: Struct): Ancestry | { next: Struct; deeper: boolean } {
    if (!(struct instanceof Y.Item)) return NOWHERE;
    const { parent } = struct;
    if (typeof parent === 'string') return inRoot(parent, struct);
    if (parent instanceof Y.ID) return this.#find(parent, true);
    if (parent instanceof Y.AbstractType) {
      const name = this.#rootNames.get(parent);
      if (name !== undefined) return inRoot(name, struct);
      return parent._item === null ? UNKNOWN : { next: parent._item, deeper: true };
    }
    const neighbour = struct.origin ?? struct.rightOrigin;
    return neighbour === null ? NOWHERE : this.#find(neighbour, false);
  }

  #find(id: Y.ID, deeper: boolean): Ancestry | { next: Struct; deeper: boolean } {
    if (id.clock < Y.getState(this.#doc.store, id.client)) {
      const next = Y.getItem(this.#doc.store, id) as Struct;
      return { next, deeper };
    }
    const next = covering(this.#byClient.get(id.client) ?? [], id.clock);
    return next === null ? UNKNOWN : { next, deeper };
  }
}

/** Keys from the record down to a place, at most `DEPTH_MAX` of the guard. */
export function keysTo(place: Place): readonly (string | null)[] {
  const keys: (string | null)[] = [];
  for (let at: Place | null = place; at !== null; at = at.above) keys.push(at.key);
  return keys.length > 1 ? keys.reverse() : keys;
}

function inRoot(root: string, struct: Y.Item): Place {
  return { kind: 'root', root, depth: 1, key: struct.parentSub, above: null };
}

function keyOf(struct: Struct): string | null {
  return struct instanceof Y.Item ? struct.parentSub : null;
}

/** Structs of one client come in clock order: binary search for the one that holds `clock`. */
function covering(structs: readonly Struct[], clock: number): Struct | null {
  let [low, high] = [0, structs.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle];
    if (struct === undefined) return null;
    if (clock < struct.id.clock) high = middle - 1;
    else if (clock >= struct.id.clock + struct.length) low = middle + 1;
    else return struct instanceof Y.Skip ? null : struct;
  }
  return null;
}
