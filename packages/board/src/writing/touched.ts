import * as Y from 'yjs';
import { WRITTEN_ROOTS, type WrittenRoot } from '../doc.ts';

/** What one transaction changed in one shared type. */
export type Touched = {
  readonly root: WrittenRoot;
  /** The record; `meta` is one record and has its own name. Null: entries of the root itself came or went. */
  readonly id: string | null;
  /** The field of the record that the type stands in; null where the type is the record or root itself. */
  readonly key: string | null;
  /** Records or fields that were set or deleted, by name. */
  readonly changed: readonly string[];
  /** The words a field held before; null where it held none. */
  readonly valueBefore: (field: string) => string | null;
  /** What the words said before; null where the type holds none. */
  readonly textBefore: () => string | null;
};

/** What a transaction changed, by where it stands. Only while the observers of the transaction run. */
export function touchedIn(doc: Y.Doc, transaction: Y.Transaction): readonly Touched[] {
  return [...transaction.changed].flatMap(([changed, keys]): Touched[] => {
    const type = changed as unknown as Y.AbstractType<unknown>;
    const { root, path } = placeOf(doc, type);
    if (root === null) return [];
    const [id = null, key = null] = root === 'meta' ? ['meta', ...path] : path;
    return [
      {
        root,
        id,
        key,
        changed: [...keys].flatMap((name) => name ?? []),
        valueBefore: (field) => valueBefore(type, field, transaction),
        textBefore: () => (type instanceof Y.Text ? textBefore(type, transaction) : null),
      },
    ];
  });
}

function placeOf(doc: Y.Doc, type: Y.AbstractType<unknown>) {
  const path: string[] = [];
  let at = type;
  while (at._item !== null) {
    path.unshift(at._item.parentSub ?? '');
    at = at._item.parent as Y.AbstractType<unknown>;
  }
  return {
    root: WRITTEN_ROOTS.find((name) => (doc.share.get(name) as object | undefined) === at) ?? null,
    path,
  };
}

function valueBefore(map: Y.AbstractType<unknown>, field: string, { beforeState }: Y.Transaction) {
  let item = map._map.get(field) ?? null;
  while (item !== null && item.id.clock >= (beforeState.get(item.id.client) ?? 0)) item = item.left;
  const value: unknown = item?.content.getContent().at(-1);
  return typeof value === 'string' ? value : null;
}

function textBefore(text: Y.Text, { beforeState, deleteSet }: Y.Transaction): string {
  let words = '';
  for (let item = text._start; item !== null; item = item.right) {
    const isFresh = item.id.clock >= (beforeState.get(item.id.client) ?? 0);
    const wasThere = !isFresh && (!item.deleted || Y.isDeleted(deleteSet, item.id));
    if (wasThere && item.content instanceof Y.ContentString) words += item.content.str;
  }
  return words;
}
