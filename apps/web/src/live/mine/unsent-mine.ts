import type { Doc } from 'yjs';
import { watchUnsent, type Unsent, type UnsentKind, type WordStore } from '../not-sent/unsent-words.ts';

/** A draft or a ballot that was written in and is not known to be on the server. */
export type UnsentMine = { readonly root: 'drafts' | 'ballots'; readonly id: string };

const ROOTS = ['drafts', 'ballots'] as const;

const KIND: UnsentKind<UnsentMine> = {
  unsent: (touched) =>
    touched.flatMap(({ root, id, changed }) => {
      if (root !== 'drafts' && root !== 'ballots') return [];
      return (id === null ? changed : [id]).map((one) => ({ root, id: one }));
    }),
  keyOf: ({ root, id }) => `${root}/${id}`,
  isEntry: (value): value is UnsentMine => {
    const entry = value as Partial<UnsentMine> | null;
    return typeof entry?.id === 'string' && ROOTS.some((root) => root === entry.root);
  },
};

/** Notes which drafts and ballots this device has changed since everything was last saved, over reloads too. */
export function watchUnsentMine(doc: Doc, copy: string, store: WordStore | null): Unsent<UnsentMine> {
  return watchUnsent(doc, copy, store, KIND);
}
