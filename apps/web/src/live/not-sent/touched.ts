import { RECORD_ROOTS, type RecordRoot } from '@coherence/board';
import * as Y from 'yjs';

const ROOTS = [...RECORD_ROOTS, 'meta'] as const;

/** The one record that `meta` is, as it is told here. */
export const META_ID = 'meta';

/** What this person has written or changed and that is not known to be on the server. */
export type UnsentRecord = {
  /** `meta`: title and question of the board. */
  readonly root: RecordRoot | 'meta';
  readonly id: string;
  /** The field that was changed; left out: the words of the record, or all of a new one. */
  readonly key?: string;
  /** The words that stood there before; null where there were none, as in a new record. */
  readonly base: string | null;
};

/**
 * What a transaction made or changed: whole new records, words, and other fields of records that were there before.
 * What is in `known` is left out. Only while the observers of the transaction run.
 */
export function touchedIn(
  doc: Y.Doc,
  transaction: Y.Transaction,
  known: ReadonlyMap<string, unknown>,
): UnsentRecord[] {
  const touched: UnsentRecord[] = [];
  for (const [changed, keys] of transaction.changed) {
    const type = changed as unknown as Y.AbstractType<unknown>;
    const { root, path } = placeOf(doc, type);
    const [id, key] = root === 'meta' ? [META_ID, ...path] : path;
    if (root === null) continue;
    if (id === undefined) {
      for (const born of keys) if (born !== null) touched.push({ root, id: born, base: null });
    } else if (isNew(known.get(`${root}/${id}`))) {
      // All of it is noted.
    } else if (key === undefined) {
      for (const field of keys) {
        if (field !== null)
          touched.push({ root, id, key: field, base: valueBefore(type, field, transaction) });
      }
    } else if (key !== 'text') {
      touched.push({ root, id, key, base: null });
    } else if (type instanceof Y.Text && !known.has(`${root}/${id}`)) {
      touched.push({ root, id, base: textBefore(type, transaction) });
    }
  }
  return touched;
}

/** Whether an entry speaks of a record that this person has made. */
export function isNew(entry: unknown): boolean {
  const { key, base } = (entry ?? { base: '' }) as Partial<UnsentRecord>;
  return key === undefined && base === null;
}

function placeOf(doc: Y.Doc, type: Y.AbstractType<unknown>) {
  const path: string[] = [];
  let at = type;
  while (at._item !== null) {
    path.unshift(at._item.parentSub ?? '');
    at = at._item.parent as Y.AbstractType<unknown>;
  }
  return { root: ROOTS.find((name) => (doc.share.get(name) as object | undefined) === at) ?? null, path };
}

/** The words a field held before a transaction; null where it held none. */
function valueBefore(map: Y.AbstractType<unknown>, field: string, { beforeState }: Y.Transaction) {
  let item = map._map.get(field) ?? null;
  while (item !== null && item.id.clock >= (beforeState.get(item.id.client) ?? 0)) item = item.left;
  const value: unknown = item?.content.getContent().at(-1);
  return typeof value === 'string' ? value : null;
}

/** What a text said before a transaction. */
function textBefore(text: Y.Text, { beforeState, deleteSet }: Y.Transaction): string {
  let words = '';
  for (let item = text._start; item !== null; item = item.right) {
    const isFresh = item.id.clock >= (beforeState.get(item.id.client) ?? 0);
    const wasThere = !isFresh && (!item.deleted || Y.isDeleted(deleteSet, item.id));
    if (wasThere && item.content instanceof Y.ContentString) words += item.content.str;
  }
  return words;
}
