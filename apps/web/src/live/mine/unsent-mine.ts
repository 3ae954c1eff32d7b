import type * as Y from 'yjs';
import { watchUnsent, type Unsent, type UnsentKind, type WordStore } from '../not-sent/unsent-words.ts';

/** A draft or a ballot that was written in and is not known to be on the server. */
export type UnsentMine = { readonly root: 'drafts' | 'ballots'; readonly id: string };

const ROOTS = ['drafts', 'ballots'] as const;

const KIND: UnsentKind<UnsentMine> = {
  touched: (doc, { changed }) =>
    [...changed].flatMap(([type, keys]) => {
      const path = pathTo(doc, type as unknown as Y.AbstractType<unknown>);
      if (path === null) return [];
      const { root, id } = path;
      if (id !== null) return [{ root, id }];
      return [...keys].filter((key) => key !== null).map((key) => ({ root, id: key }));
    }),
  keyOf: ({ root, id }) => `${root}/${id}`,
  isEntry: (value): value is UnsentMine => {
    const entry = value as Partial<UnsentMine> | null;
    return typeof entry?.id === 'string' && ROOTS.some((root) => root === entry.root);
  },
};

/** Notes which drafts and ballots this device has changed since everything was last saved, over reloads too. */
export function watchUnsentMine(doc: Y.Doc, copy: string, store: WordStore | null): Unsent<UnsentMine> {
  return watchUnsent(doc, copy, store, KIND);
}

/** The root a type is in, and the id of the entry it belongs to; null for the root itself. */
function pathTo(
  doc: Y.Doc,
  type: Y.AbstractType<unknown>,
): { root: UnsentMine['root']; id: string | null } | null {
  let id: string | null = null;
  let at = type;
  while (at.parent !== null) {
    id = at._item?.parentSub ?? id;
    at = at.parent as Y.AbstractType<unknown>;
  }
  const root = ROOTS.find((name) => (doc.share.get(name) as object | undefined) === at);
  return root === undefined ? null : { root, id };
}
