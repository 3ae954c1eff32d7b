import * as Y from 'yjs';
import { LONG_TEXT_MAX, TEXT_MAX } from '../schema/limits.ts';
import { recordOf, textIn, type RecordRoot } from '../doc.ts';
import { keysTo, type Place, type Struct } from './ancestry.ts';
import { isSharedText } from './known-keys.ts';

type Range = { readonly clock: number; readonly len: number };
type Change = {
  readonly fresh: readonly Struct[];
  readonly deleteSet: ReturnType<typeof Y.decodeUpdate>['ds'];
};
/** Of each Yjs client, how far its writing is known. */
type Seen = ReadonlyMap<number, number>;
export type Writer = {
  /** A facilitator, whose files may hold longer words. */
  readonly mayAddFiles: boolean;
  /** What the writer's device said it has when it connected; empty where it did not say. */
  readonly seen: () => Seen;
};
type Growth = { readonly root: string; readonly id: string; inserted: number; deleted: number };

/** How often a text is gone through to learn what its writer must have seen. Fewer find less, which refuses less. */
const SEEN_PASSES = 4;
/** Longest text that comes with a file, in characters. */
const FILE_TEXT_MAX = 100_000;

/**
 * Whether an update would make a text longer than texts may get (LONG2, LONG3). Told what it inserts and deletes, one
 * struct after another. What a writer must have seen is what their device said it has, and what the update itself names
 * as neighbours, with all that those who wrote that had written before.
 */
export class TextGrowth {
  readonly #doc: Y.Doc;
  readonly #change: Change;
  readonly #mayAddFiles: boolean;
  readonly #texts = new Map<string, Growth>();
  readonly #ranges = new Map<number, readonly Range[]>();
  readonly #said: () => Seen;
  #seen: Seen | null = null;

  constructor(doc: Y.Doc, change: Change, { mayAddFiles, seen }: Writer) {
    this.#doc = doc;
    this.#change = change;
    this.#mayAddFiles = mayAddFiles;
    this.#said = seen;
  }

  /** A struct the update brings. */
  inserts(struct: Struct, place: Place): void {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return;
    const growth = this.#at(place);
    if (growth === null) return;
    const { client, clock } = struct.id;
    const from = Math.max(clock, Y.getState(this.#doc.store, client));
    const end = clock + struct.length;
    growth.inserted += end - from - this.#deletedIn(client, from, end);
  }

  /** An item of the document, of which the update deletes some or all. */
  deletes(item: Y.Item, place: Place): void {
    const growth = this.#at(place);
    if (growth === null || !(item.content instanceof Y.ContentString)) return;
    const { client, clock } = item.id;
    growth.deleted += this.#deletedIn(client, clock, clock + item.length);
  }

  /** Whether some text would grow as no text may. */
  get isTooMuch(): boolean {
    return [...this.#texts.values()].some((growth) => this.#exceeds(growth));
  }

  #exceeds({ root, id, inserted, deleted }: Growth): boolean {
    const text = this.#textOf(root, id);
    const grows = inserted - deleted;
    const now = text?.length ?? 0;
    if (grows <= 0 || now + grows <= TEXT_MAX) return false;
    if (text === null) return grows > (this.#mayAddFiles ? FILE_TEXT_MAX : LONG_TEXT_MAX);
    return now + grows > LONG_TEXT_MAX || this.#knownOf(text) + grows > TEXT_MAX;
  }

  /** How many characters of a text its writer must have seen. */
  #knownOf(text: Y.Text): number {
    this.#seen ??= seenBy(this.#change, this.#said());
    const seen = new Map(this.#seen);
    for (let pass = 0, before = -1, known = 0; ; pass += 1) {
      known = 0;
      for (let item = text._start; item !== null; item = item.right) {
        const much = Math.min(item.length, (seen.get(item.id.client) ?? 0) - item.id.clock);
        if (much <= 0) continue;
        if (!item.deleted && item.countable) known += much;
        // A client that has seen a word has seen the words it was put between.
        for (const id of [item.origin, item.rightOrigin])
          if (id !== null && (seen.get(id.client) ?? 0) <= id.clock) seen.set(id.client, id.clock + 1);
      }
      if (known === before || pass === SEEN_PASSES) return known;
      before = known;
    }
  }

  #at(place: Place): Growth | null {
    const [id = null, key = null] = keysTo(place);
    if (place.depth !== 3 || id === null || key === null || !isSharedText(place.root, key)) return null;
    const path = `${place.root}/${id}`;
    const growth = this.#texts.get(path) ?? { root: place.root, id, inserted: 0, deleted: 0 };
    this.#texts.set(path, growth);
    return growth;
  }

  #textOf(root: string, id: string): Y.Text | null {
    return textIn(recordOf(this.#doc, root as RecordRoot, id));
  }

  /** How much of a span the update deletes. */
  #deletedIn(client: number, from: number, end: number): number {
    let ranges = this.#ranges.get(client);
    if (ranges === undefined) {
      ranges = (this.#change.deleteSet.clients.get(client) ?? []).toSorted((a, b) => a.clock - b.clock);
      this.#ranges.set(client, ranges);
    }
    let total = 0;
    for (let index = firstBeyond(ranges, from); index < ranges.length; index += 1) {
      const range = ranges[index];
      if (range === undefined || range.clock >= end) break;
      total += Math.min(end, range.clock + range.len) - Math.max(from, range.clock);
    }
    return total;
  }
}

/** Of each client, how far its writing was known to the writer of the update. */
function seenBy({ fresh, deleteSet }: Change, said: Seen): Seen {
  const seen = new Map(said);
  const reach = (client: number, end: number): void => {
    if (end > (seen.get(client) ?? 0)) seen.set(client, end);
  };
  for (const struct of fresh) {
    reach(struct.id.client, struct.id.clock + struct.length);
    if (!(struct instanceof Y.Item)) continue;
    for (const id of [struct.origin, struct.rightOrigin, struct.parent])
      if (id instanceof Y.ID) reach(id.client, id.clock + 1);
  }
  for (const [client, ranges] of deleteSet.clients)
    for (const { clock, len } of ranges) reach(client, clock + len);
  return seen;
}

/** Index of the first range that ends after `clock`. */
function firstBeyond(ranges: readonly Range[], clock: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range !== undefined && range.clock + range.len <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
