import * as Y from 'yjs';
import { RECORD_ROOTS, recordOf, type RecordRoot, type Root, rootOf, textIn } from '../doc.ts';
import { isCrowded } from '../schema/crowded.ts';
import { isTooLong } from '../schema/read-whole.ts';
import { keysTo, type Place, type Struct } from './ancestry.ts';
import { fieldOf, isNeeded, isRecordId, isSharedText, sourceFieldOf } from './known-keys.ts';

/** `unknown`: no schema declares such a key or value. `too-long`: it does, but shorter. `words`: words would go. */
export type Undeclared = 'unknown' | 'too-long' | 'words';

type Field = NonNullable<ReturnType<typeof fieldOf>>;

/** How much longer than declared words may be: they may quote a text that several people made too long (LONG3). */
const QUOTE_FACTOR = 3;
/** Keys whose words quote texts, or (ranks) grow with the number of things put before one another. */
const QUOTING: ReadonlySet<string> = new Set(['wording', 'sources', 'cell', 'rank', 'sentence', 'shown']);

const RECORDS: ReadonlySet<string> = new Set(RECORD_ROOTS);
/** Roots whose keys hold values, not records. */
const FLAT: ReadonlySet<string> = new Set(['meta', 'answers']);

/**
 * Judges whether what an update writes is something the schemas declare (KNOWN1 to KNOWN3), and whether it would take
 * words or what a record cannot be read without (KNOWN4).
 */
export class Declared {
  readonly #doc: Y.Doc;
  /** Who adds files, whose words may have any length a plain value may have. */
  readonly #mayAddFiles: boolean;
  readonly #written = new Set<string>();
  readonly #taken = new Set<string>();

  constructor(doc: Y.Doc, mayAddFiles: boolean) {
    this.#doc = doc;
    this.#mayAddFiles = mayAddFiles;
  }

  /** What is wrong with a struct that would be written at `place`; null for nothing. */
  problem(struct: Struct, place: Place): Undeclared | null {
    if (!(struct instanceof Y.Item)) return null;
    const [first = null, second = null, third = null] = keysTo(place);
    const { root, depth } = place;
    if (FLAT.has(root)) return depth === 1 ? this.#value(struct, root, first) : 'unknown';
    if (first === null || !isRecordId(root, first)) return 'unknown';
    if (depth === 1) return this.#record(struct, root, first);
    if (depth === 2) return this.#field(struct, root, first, second);
    if (depth > 3 || second === null) return 'unknown';
    if (root === 'factors' && second === 'sources')
      return third === null ? 'unknown' : this.#plain(struct, sourceFieldOf(third), second);
    return isSharedText(root, second) && isWords(struct) ? null : 'unknown';
  }

  /** What is wrong with deleting an item of the document that is at `place`. */
  goneProblem(place: Place): Undeclared | null {
    const { root, depth } = place;
    if (!RECORDS.has(root)) return null;
    const [id = null, key = null] = keysTo(place);
    if (depth === 1) return 'words';
    if (depth === 2 && id !== null && key !== null && isNeeded(root, key))
      this.#taken.add(pathOf(root, id, key));
    return null;
  }

  /** What only the whole update shows: a key that a record needs would be gone. */
  finish(): Undeclared | null {
    return [...this.#taken].every((path) => this.#written.has(path)) ? null : 'words';
  }

  #record(struct: Y.Item, root: string, id: string): Undeclared | null {
    if (struct.content instanceof Y.ContentDeleted) return null;
    if (!(struct.content instanceof Y.ContentType) || !(struct.content.type instanceof Y.Map))
      return 'unknown';
    return RECORDS.has(root) && this.#has(root, id) ? 'words' : null;
  }

  #field(struct: Y.Item, root: string, id: string, key: string | null): Undeclared | null {
    if (key !== null) this.#written.add(pathOf(root, id, key));
    if (key === null || !isSharedText(root, key)) return this.#value(struct, root, key);
    if (struct.content instanceof Y.ContentDeleted) return null;
    if (RECORDS.has(root) && this.#textOf(root, id) !== null) return 'words';
    if (struct.content instanceof Y.ContentType)
      return struct.content.type instanceof Y.Text ? null : 'unknown';
    return this.#plain(struct, fieldOf(root, key), key);
  }

  #value(struct: Y.Item, root: string, key: string | null): Undeclared | null {
    const field = key === null ? null : fieldOf(root, key);
    if (field === null || key === null) return 'unknown';
    if (root === 'factors' && key === 'sources' && struct.content instanceof Y.ContentType)
      return struct.content.type instanceof Y.Map ? null : 'unknown';
    return this.#plain(struct, field, key);
  }

  #plain({ content }: Y.Item, field: Field | null, key: string): Undeclared | null {
    if (field === null) return 'unknown';
    if (content instanceof Y.ContentDeleted) return null;
    if (!(content instanceof Y.ContentAny)) return 'unknown';
    for (const value of content.arr as readonly unknown[]) {
      if (isCrowded(value)) return 'too-long';
      const parsed = field.safeParse(value);
      if (parsed.success) continue;
      const { issues } = parsed.error;
      // Longer strings than a plain value may hold are refused before (GUARD8).
      const isQuote = (at: readonly PropertyKey[], maximum: number): boolean =>
        this.#mayAddFiles || (QUOTING.has(key) && lengthAt(value, at) <= maximum * QUOTE_FACTOR);
      if (issues.every((issue) => isTooLong(issue) && isQuote(issue.path, issue.maximum))) continue;
      return issues.every(({ code }) => code === 'too_big') ? 'too-long' : 'unknown';
    }
    return null;
  }

  #has(root: string, id: string): boolean {
    return rootOf(this.#doc, root as Root).has(id);
  }

  #textOf(root: string, id: string): Y.Text | null {
    return textIn(recordOf(this.#doc, root as RecordRoot, id));
  }
}

const pathOf = (root: string, id: string, key: string): string => `${root}/${id}/${key}`;

function isWords({ content }: Y.Item): boolean {
  return content instanceof Y.ContentString || content instanceof Y.ContentDeleted;
}

function lengthAt(value: unknown, path: readonly PropertyKey[]): number {
  const words = path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown>)[step], value);
  return typeof words === 'string' ? words.length : Infinity;
}
