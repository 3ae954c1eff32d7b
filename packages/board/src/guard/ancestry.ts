import * as Y from 'yjs';

export type Struct = Y.Item | Y.GC | Y.Skip;

/**
 * Where a struct lives: the name of its root and how deep below it. `unknown`: it hangs on something neither the
 * update nor the document has. `nowhere`: on something long deleted.
 */
export type Ancestry =
  | { readonly kind: 'root'; readonly root: string; readonly depth: number }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'nowhere' };

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
    const path: { struct: Struct; deeper: boolean }[] = [];
    const visited = new Set<Struct>();
    let struct: Struct = start;
    let found: Ancestry | null = null;
    while (found === null) {
      found = this.#known.get(struct) ?? null;
      if (found !== null) break;
      if (visited.has(struct)) {
        found = UNKNOWN;
        break;
      }
      visited.add(struct);
      const step = this.#up(struct);
      if ('kind' in step) {
        this.#known.set(struct, step);
        found = step;
      } else {
        path.push({ struct, deeper: step.deeper });
        struct = step.next;
      }
    }
    for (const { struct: below, deeper } of path.reverse()) {
      if (found.kind === 'root' && deeper) found = { ...found, depth: found.depth + 1 };
      this.#known.set(below, found);
    }
    return found;
  }

  #up(struct: Struct): Ancestry | { next: Struct; deeper: boolean } {
    if (!(struct instanceof Y.Item)) return NOWHERE;
    const { parent } = struct;
    if (typeof parent === 'string') return { kind: 'root', root: parent, depth: 1 };
    if (parent instanceof Y.ID) return this.#find(parent, true);
    if (parent instanceof Y.AbstractType) {
      const name = this.#rootNames.get(parent);
      if (name !== undefined) return { kind: 'root', root: name, depth: 1 };
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
