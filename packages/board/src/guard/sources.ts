import * as Y from 'yjs';
import { recordOf } from '../doc.ts';
import { unitNow } from '../operations/units/units.ts';
import { keysTo, type Place, type Struct } from './ancestry.ts';

/** Who writes, as far as what they write may name them. */
export type Speaker = {
  readonly participant: string;
  /** '' for none, as is a unit. */
  readonly name: string;
  /** Every unit this person is or was in: what was true when it was written may arrive later. */
  readonly units: readonly string[];
};

const PLACING = 'at:';

/**
 * Judges whether a person names another person or unit as who said something, or touches what names another: in the
 * sources of a factor, the source or room of a link, and where a person put a factor (GUARD12). Every person may
 * change what names no person.
 */
export class OwnVoice {
  readonly #doc: Y.Doc;
  readonly #speaker: Speaker;
  readonly #units: ReadonlySet<string>;
  readonly #others = new Map<string, ReadonlySet<string>>();

  constructor(doc: Y.Doc, speaker: Speaker) {
    this.#doc = doc;
    this.#speaker = speaker;
    this.#units = new Set(
      speaker.units.flatMap((unit) => [unit, unitNow(doc, unit) ?? '']).filter((unit) => unit !== ''),
    );
  }

  /** Whether a struct that would be written at `place`, or (`gone`) deleted there, speaks for another person. */
  speaksForAnother(struct: Struct, place: Place, gone: boolean): boolean {
    if (place.root !== 'factors' && place.root !== 'influences') return false;
    const [id = null, key = null, entry = null] = keysTo(place);
    if (id === null) return false;
    if (place.depth === 1) return this.#isOverAnother(place.root, id, null);
    if (place.root === 'influences') {
      if (key === 'room') return this.#isOverAnother('influences', id, null);
      if (key !== 'source') return false;
      const isNew = !gone && !areAll(plainsOf(struct), (source) => this.#isOwnLink(source));
      return isNew || place.depth > 2 || this.#isOverAnother('influences', id, null);
    }
    if (key !== null && key.startsWith(PLACING)) {
      return !gone && key !== `${PLACING}${this.#speaker.participant}`;
    }
    if (key !== 'sources') return false;
    if (place.depth > 3) return true;
    if (this.#isOverAnother('factors', id, entry)) return true;
    if (gone) return false;
    if (place.depth === 3) return !areAll(plainsOf(struct), (source) => this.#isOwn(source));
    return isMap(struct) ? false : !areAll(plainsOf(struct), (sources) => this.#areOwn(sources));
  }

  /** Whether what the document has there names another: of a factor one source, or (null) all of them. */
  #isOverAnother(root: 'factors' | 'influences', id: string, entry: string | null): boolean {
    const record = recordOf(this.#doc, root, id);
    if (record === null) return false;
    // What a room said is not one person's to take back or to give to another room.
    if (root === 'influences')
      return !isNobody(record.get('room')) || !this.#isOwnLink(plain(record.get('source')));
    const others = this.#othersIn(id, record);
    return entry === null ? others.size > 0 : others.has(entry);
  }

  /** Keys of a factor's sources that name another. Read once: an update may write thousands of them. */
  #othersIn(id: string, record: Y.Map<unknown>): ReadonlySet<string> {
    const known = this.#others.get(id);
    if (known !== undefined) return known;
    const sources = plain(record.get('sources'));
    const entries = typeof sources === 'object' && sources !== null ? Object.entries(sources) : [];
    const others = new Set(
      entries.filter(([key, source]) => !this.#isOurs(key) && !this.#isOwn(source)).map(([key]) => key),
    );
    this.#others.set(id, others);
    return others;
  }

  #isOwn(source: unknown): boolean {
    if (typeof source !== 'object' || source === null) return true;
    const { unit, name } = source as { unit?: unknown; name?: unknown };
    return (isNobody(unit) || this.#isOurs(unit)) && (isNobody(name) || name === this.#speaker.name);
  }

  #areOwn(sources: unknown): boolean {
    if (typeof sources !== 'object' || sources === null) return true;
    return Object.values(sources).every((source) => this.#isOwn(source));
  }

  #isOwnLink(source: unknown): boolean {
    if (typeof source !== 'object' || source === null) return true;
    const { kind, id } = source as { kind?: unknown; id?: unknown };
    if (kind === 'unit') return this.#isOurs(id);
    return kind !== 'person' || id === this.#speaker.participant;
  }

  #isOurs(unit: unknown): boolean {
    if (typeof unit !== 'string') return false;
    return this.#units.has(unit) || this.#units.has(unitNow(this.#doc, unit) ?? '');
  }
}

const isNobody = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The plain values a struct brings; null for a shared type, which readers would take for a plain one. */
function plainsOf(struct: Struct): readonly unknown[] | null {
  if (!(struct instanceof Y.Item)) return [];
  if (struct.content instanceof Y.ContentType) return null;
  return struct.content instanceof Y.ContentAny ? (struct.content.arr as unknown[]) : [];
}

function areAll(values: readonly unknown[] | null, isRight: (value: unknown) => boolean): boolean {
  return values !== null && values.every(isRight);
}

function isMap(struct: Struct): boolean {
  return (
    struct instanceof Y.Item &&
    struct.content instanceof Y.ContentType &&
    struct.content.type instanceof Y.Map
  );
}

function plain(value: unknown): unknown {
  return value instanceof Y.AbstractType ? (value.toJSON() as unknown) : value;
}
