import * as Y from 'yjs';
import { presentIn, presentRecord, RECORD_ROOTS, recordOf, rootOf, type RecordRoot } from '../doc.ts';
import { ENTRIES_MAX, LIST_MAX } from '../schema/limits.ts';
import { keysTo, type Place, type Struct } from './ancestry.ts';

type Change = { readonly put: Set<string>; readonly taken: Set<string> };

const RECORDS: ReadonlySet<string> = new Set(RECORD_ROOTS);
const SOURCES = 'sources';

/**
 * Whether an update would put more records of a list on the board, or more sources on a factor, than there may be
 * (BOUND1). Told what it brings and deletes, one struct after another. A list that is too long already may be changed as
 * long as it grows no further.
 */
export class ListGrowth {
  readonly #doc: Y.Doc;
  readonly #lists = new Map<string, Change>();
  readonly #sources = new Map<string, Set<string>>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** A struct the update brings. */
  inserts(struct: Struct, place: Place): void {
    if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted) return;
    const { root, depth } = place;
    const [id = null, key = null, source = null] = keysTo(place);
    if (id === null) return;
    if (depth === 2 && key === 'in' && RECORDS.has(root)) this.#listOf(root).put.add(id);
    else if (depth === 3 && root === 'factors' && key === SOURCES && source !== null) {
      const added = this.#sources.get(id) ?? new Set();
      this.#sources.set(id, added.add(source));
    }
  }

  /** An item of the document that the update deletes. */
  deletes(place: Place): void {
    const [id = null, key = null] = keysTo(place);
    if (id !== null && place.depth === 2 && key === 'in' && RECORDS.has(place.root))
      this.#listOf(place.root).taken.add(id);
  }

  /** Whether some list would grow beyond what it may have. */
  get isTooMuch(): boolean {
    return (
      [...this.#lists].some(([root, change]) => this.#exceeds(root as RecordRoot, change)) ||
      [...this.#sources].some(([id, added]) => this.#hasTooManySources(id, added))
    );
  }

  #exceeds(root: RecordRoot, { put, taken }: Change): boolean {
    const isThere = (id: string): boolean => presentRecord(this.#doc, root, id) !== null;
    const added = [...put].filter((id) => !isThere(id)).length;
    const gone = [...taken].filter((id) => !put.has(id) && isThere(id)).length;
    // Most updates put in nothing, or into a list that is far from full: those are not counted one by one.
    if (added <= gone || rootOf(this.#doc, root)._map.size + added <= LIST_MAX[root]) return false;
    return presentIn(this.#doc, root) + added - gone > LIST_MAX[root];
  }

  #hasTooManySources(id: string, added: ReadonlySet<string>): boolean {
    const known = recordOf(this.#doc, 'factors', id)?.get(SOURCES);
    const there = known instanceof Y.Map ? [...known.keys()] : [];
    const grows = new Set([...there, ...added]).size;
    return grows > there.length && grows > ENTRIES_MAX;
  }

  #listOf(root: string): Change {
    const known = this.#lists.get(root) ?? { put: new Set(), taken: new Set() };
    this.#lists.set(root, known);
    return known;
  }
}
